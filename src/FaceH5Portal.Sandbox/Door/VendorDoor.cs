using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.State;
using Microsoft.Net.Http.Headers;

namespace FaceH5Portal.Sandbox.Door;

/// <summary>
/// The one way in for everything a client of the vendor may call: latency first, then the fault that is armed,
/// the work itself, the journal, the answer.
/// </summary>
internal sealed class VendorDoor(SandboxState state, SandboxClock clock, IHostApplicationLifetime lifetime)
{
    /// <param name="context">The call.</param>
    /// <param name="path">One of <see cref="VendorPath.All"/>, or anything else for a path the vendor does not know.</param>
    /// <param name="work">Does what the call asks.</param>
    /// <param name="verifyToken">The one the call names, for the journal where the work is never done.</param>
    /// <param name="failure">An error code in the shape of the vendor called; Baidu's where nothing is given.</param>
    public async Task HandleAsync(HttpContext context, string path, Func<Reply> work, string? verifyToken = null, Func<int, Reply>? failure = null)
    {
        await DelayAsync(path, context.RequestAborted);
        context.Response.Headers.Date = HeaderUtilities.FormatDate(clock.GetUtcNow());
        var fault = TakeFault(path);
        var reply = fault is null or { Processed: true } ? work() : null;
        state.Record(new VendorCall(clock.GetUtcNow(), context.Request.Path, reply?.VerifyToken ?? verifyToken, JournalOf(fault, reply)));
        if (fault is null) await reply!.SendAsync(context);
        else await new BrokenReply(fault, reply, failure ?? BrokenReply.BaiduFailure).SendAsync(context, lifetime.ApplicationStopping);
    }

    private static JsonNode JournalOf(Fault? fault, Reply? reply) => fault switch
    {
        null => reply!.Journal,
        { ErrorCode: { } code } => code,
        _ => fault.Kind,
    };

    private Task DelayAsync(string path, CancellationToken cancellationToken)
    {
        var latency = state.Levers.Latency;
        if (latency.Count == 0) return Task.CompletedTask;
        var milliseconds = latency.TryGetValue(path, out var own) ? own : latency.GetValueOrDefault(VendorPath.Any);
        return milliseconds == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, cancellationToken);
    }

    private Fault? TakeFault(string path)
    {
        if (state.Levers.Faults.Count == 0) return null;
        return state.Exclusively(() =>
        {
            var faults = state.Levers.Faults;
            if (faults.FirstOrDefault(fault => fault.Path == path || fault.Path == VendorPath.Any) is not { } fault) return null;
            var left = faults.Select(other => other == fault ? fault with { Count = fault.Count - 1 } : other);
            state.Save(state.Levers with { Faults = [.. left.Where(other => other.Count > 0)] });
            return fault;
        });
    }
}
