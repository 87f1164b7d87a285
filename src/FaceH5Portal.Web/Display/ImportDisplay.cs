using FaceH5Portal.Core.Sessions.Importing;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How a line of a table looks: the key of its words, its icon, its colour. The one place that decides it.</summary>
public sealed record ImportDisplay(string TextKey, string Icon, Color Color)
{
    public static ImportDisplay Of(ImportLineState state) => state switch
    {
        ImportLineState.Ready => new("ImportLine.Ready", Icons.Material.Filled.HourglassEmpty, Color.Info),
        ImportLineState.Wrong => new("ImportLine.Wrong", Icons.Material.Filled.Cancel, Color.Error),
        ImportLineState.Duplicate => new("ImportLine.Duplicate", Icons.Material.Filled.FileCopy, Color.Warning),
        ImportLineState.Created => new("ImportLine.Created", Icons.Material.Filled.CheckCircle, Color.Success),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a display."),
    };
}
