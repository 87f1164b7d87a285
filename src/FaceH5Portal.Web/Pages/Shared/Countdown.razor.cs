using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

/// <summary>How long until the vendor forgets, as words and as a shrinking bar.</summary>
public partial class Countdown
{
    private ITimer? ticking;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string TestId { get; set; }

    [Parameter, EditorRequired]
    public DateTime? UntilUtc { get; set; }

    /// <summary>The whole window, of which the bar shows what is left.</summary>
    [Parameter, EditorRequired]
    public TimeSpan Window { get; set; }

    public void Dispose()
    {
        ticking?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => ticking = Clock.CreateTimer(
        _ => _ = InvokeAsync(StateHasChanged), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    private double Share(DateTime until) => Math.Clamp((until - Clock.GetUtcNow().UtcDateTime) / Window, 0, 1);

    private string Remaining(DateTime until)
    {
        var left = until - Clock.GetUtcNow().UtcDateTime;
        return left <= TimeSpan.Zero ? L["Countdown.Over"]
            : left.TotalDays >= 1 ? L["Countdown.Days", (int)left.TotalDays, left.Hours, left.Minutes]
            : L["Countdown.Hours", (int)left.TotalHours, left.Minutes, left.Seconds];
    }
}
