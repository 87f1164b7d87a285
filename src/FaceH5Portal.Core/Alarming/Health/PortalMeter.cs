using System.Diagnostics.Metrics;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Core.Alarming.Health;

/// <summary>What the last pass saw, as meters: whoever reads them costs no query.</summary>
public sealed class PortalMeter : IDisposable
{
    private readonly Meter meter = new(VerificationTrace.Name);

    public PortalMeter(PortalPulse pulse, JourneyWatch watch, TimeProvider clock)
    {
        meter.CreateObservableGauge("faceh5portal.harvest.lag", () => pulse.Seen.Lag.TotalSeconds, "s", "How long the oldest thing that is due has waited.");
        meter.CreateObservableGauge("faceh5portal.alarms.open", () => pulse.Seen.OpenAlarms, "{alarm}", "Alarms that nobody has in hand.");
        meter.CreateObservableGauge("faceh5portal.storage.failing", () => pulse.Seen.StorageFailsSinceUtc is null ? 0 : 1, null, "1 while nothing can be stored.");
        meter.CreateObservableGauge("faceh5portal.disk.free", () => (pulse.Seen.FreeMebibytes ?? 0) << 20, "By", "Room that is left where the database is.");
        meter.CreateObservableGauge("faceh5portal.returns.forged", () => watch.ForgedReturnsSince(clock.GetUtcNow().AddHours(-1)), "{return}", "Ways back within an hour that nobody was given.");
        meter.CreateObservableGauge("faceh5portal.pass.age", () => pulse.Seen.LastPassUtc is { } last ? (clock.GetUtcNow().UtcDateTime - last).TotalSeconds : 0, "s", "How long ago all was last looked at.");
    }

    public void Dispose() => meter.Dispose();
}
