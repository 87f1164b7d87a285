using System.Globalization;

namespace FaceH5Portal.Sandbox.Control;

internal sealed class ClockControl(SandboxClock clock)
{
    private const string Allowed = "\"advance\" must be a positive time span such as \"02:00:01\" or \"3.00:00:00\" (days.hours:minutes:seconds), at most a century ahead in all.";

    public object Read() => new { Now = clock.GetUtcNow().UtcDateTime, Offset = clock.Offset.ToString("c", CultureInfo.InvariantCulture) };

    public async Task<object> AdvanceAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, "advance");
        // A bare "5" would read as five days, which hardly anybody means.
        if (ControlBody.Text(body, "advance") is not { } text || !text.Contains(':', StringComparison.Ordinal)
            || !TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var by))
            throw new ControlRefusal(Allowed);
        try
        {
            clock.Advance(by);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ControlRefusal(Allowed);
        }
        return Read();
    }
}
