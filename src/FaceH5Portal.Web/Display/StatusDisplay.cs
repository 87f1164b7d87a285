using FaceH5Portal.Core.Sessions;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How a status looks: the key of its words, its icon, its colour. The one place that decides it.</summary>
public sealed record StatusDisplay(string TextKey, string Icon, Color Color)
{
    public static StatusDisplay Of(SessionStatus status) => status switch
    {
        SessionStatus.AwaitingUser => new("Status.AwaitingUser", Icons.Material.Filled.HourglassEmpty, Color.Default),
        SessionStatus.Capturing => new("Status.Capturing", Icons.Material.Filled.PhotoCamera, Color.Info),
        SessionStatus.Confirming => new("Status.Confirming", Icons.Material.Filled.Sync, Color.Info),
        SessionStatus.Passed => new("Status.Passed", Icons.Material.Filled.CheckCircle, Color.Success),
        SessionStatus.Failed => new("Status.Failed", Icons.Material.Filled.Cancel, Color.Error),
        SessionStatus.Expired => new("Status.Expired", Icons.Material.Filled.TimerOff, Color.Warning),
        SessionStatus.Cancelled => new("Status.Cancelled", Icons.Material.Filled.Block, Color.Dark),
        SessionStatus.Unresolved => new("Status.Unresolved", Icons.Material.Filled.Report, Color.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a display."),
    };
}
