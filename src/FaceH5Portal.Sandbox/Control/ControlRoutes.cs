using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>The levers below <c>/_sandbox/</c>, which no vendor has.</summary>
internal static class ControlRoutes
{
    public const string Root = "/_sandbox";

    private static readonly string[] _known =
    [
        "GET clock", "POST clock", "GET script", "POST script", "POST complete", "GET faults", "POST faults", "GET latency", "POST latency",
        "GET profile", "POST profile", "GET calls", "GET truth", "GET bill", "POST reset",
    ];

    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup(Root);
        control.MapGet("clock", (ClockControl clock) => SandboxJson.Answer(clock.Read()));
        control.MapPost("clock", (ClockControl clock, HttpRequest request) => TryAsync(() => clock.AdvanceAsync(request)));
        control.MapGet("script", (SandboxState state) => SandboxJson.Answer(PhotoScriptControl.Read(state)));
        control.MapPost("script", (ScriptControl script, HttpRequest request) => TryAsync(() => script.SetAsync(request)));
        control.MapPost("complete", (CompleteControl complete, HttpRequest request) => TryAsync(() => complete.RunAsync(request)));
        control.MapGet("faults", (FaultControl faults) => SandboxJson.Answer(faults.Faults()));
        control.MapPost("faults", (FaultControl faults, HttpRequest request) => TryAsync(() => faults.SetFaultAsync(request)));
        control.MapGet("latency", (FaultControl faults) => SandboxJson.Answer(faults.Latencies()));
        control.MapPost("latency", (FaultControl faults, HttpRequest request) => TryAsync(() => faults.SetLatencyAsync(request)));
        control.MapGet("profile", (ProfileControl profile) => SandboxJson.Answer(profile.Read()));
        control.MapPost("profile", (ProfileControl profile, HttpRequest request) => TryAsync(() => profile.SetAsync(request)));
        control.MapGet("calls", (TruthControl truth, HttpRequest request) => TryAsync(() => Task.FromResult(truth.Calls(request))));
        control.MapGet("truth", (TruthControl truth) => SandboxJson.Answer(truth.Truth()));
        control.MapGet("bill", (BillControl bill, HttpRequest request) => bill.Read(request));
        control.MapPost("reset", (SandboxState state, MediaStore media) => Reset(state, media));
        control.Map("{**path}", () => SandboxJson.Answer(new { Error = "There is no such control call.", Known = _known }, StatusCodes.Status404NotFound));
    }

    private static IResult Reset(SandboxState state, MediaStore media) => state.Exclusively(() =>
    {
        state.Forget();
        media.Forget();
        return SandboxJson.Answer(new { Forgotten = true });
    });

    private static async Task<IResult> TryAsync(Func<Task<object>> command)
    {
        try
        {
            return SandboxJson.Answer(await command());
        }
        catch (ControlRefusal refusal)
        {
            return SandboxJson.Answer(new { Error = refusal.Message }, StatusCodes.Status400BadRequest);
        }
    }
}
