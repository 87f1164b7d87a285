using FaceH5Portal.Core.Checking;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How a finding of a set-up check looks: the key of its word, its icon, its colour. The one place that decides it.</summary>
public sealed record SetUpDisplay(string TextKey, string Icon, Color Color)
{
    public static SetUpDisplay Of(SetUpMark mark) => mark switch
    {
        SetUpMark.Good => new("CheckMark.Good", Icons.Material.Filled.CheckCircle, Color.Success),
        SetUpMark.Wrong => new("CheckMark.Wrong", Icons.Material.Filled.Cancel, Color.Error),
        SetUpMark.Unknown => new("CheckMark.Unknown", Icons.Material.Filled.HelpOutline, Color.Warning),
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "A mark without a display."),
    };
}
