using FaceH5Portal.Core.Harvesting;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How an owed item looks: the key of its words, its icon, its colour. The one place that decides it.</summary>
public sealed record HarvestDisplay(string TextKey, string Icon, Color Color)
{
    public static HarvestDisplay Of(HarvestItemState state) => state switch
    {
        HarvestItemState.Owed => new("Item.Owed", Icons.Material.Filled.CloudDownload, Color.Info),
        HarvestItemState.Done => new("Item.Done", Icons.Material.Filled.CheckCircle, Color.Success),
        HarvestItemState.Absent => new("Item.Absent", Icons.Material.Filled.RemoveCircleOutline, Color.Default),
        HarvestItemState.Lost => new("Item.Lost", Icons.Material.Filled.Report, Color.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a display."),
    };
}
