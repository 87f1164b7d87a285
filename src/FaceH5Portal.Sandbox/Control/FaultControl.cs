using System.Text.Json;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Arms faults and latencies.</summary>
internal sealed class FaultControl(SandboxState state)
{
    private const int MostCalls = 1_000_000;
    private const int LongestMilliseconds = 600_000;

    public object Faults() => state.Levers.Faults;

    public object Latencies() => state.Levers.Latency.Select(pair => new { Path = pair.Key, Milliseconds = pair.Value }).ToList();

    public async Task<object> SetFaultAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, "path", "kind", "count", "processed", "clear");
        if (ControlBody.Flag(body, "clear") == true) return Pull(levers => levers with { Faults = [] }, Faults);
        var path = Path(body);
        var kind = ControlBody.Text(body, "kind");
        if (kind is null || !Fault.IsKind(kind))
            throw new ControlRefusal($"\"kind\" must be one of {string.Join(", ", Fault.Kinds)}, or error and a code, such as error18 or error283512.");
        var count = ControlBody.Number(body, "count", 1, MostCalls) ?? 1;
        var fault = new Fault(path, kind, count, ControlBody.Flag(body, "processed") ?? Fault.ProcessesByDefault(kind));
        return Pull(levers => levers with { Faults = [.. levers.Faults, fault] }, Faults);
    }

    public async Task<object> SetLatencyAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, "path", "milliseconds");
        var path = Path(body);
        var milliseconds = ControlBody.Number(body, "milliseconds", 0, LongestMilliseconds) ?? throw new ControlRefusal("\"milliseconds\" is missing.");
        return Pull(levers => levers with { Latency = With(levers.Latency, path, milliseconds) }, Latencies);
    }

    private object Pull(Func<Levers, Levers> change, Func<object> read) => state.Exclusively(() =>
    {
        state.Save(change(state.Levers));
        return read();
    });

    private static Dictionary<string, int> With(IReadOnlyDictionary<string, int> latency, string path, int milliseconds)
    {
        var changed = new Dictionary<string, int>(latency) { [path] = milliseconds };
        if (milliseconds == 0) changed.Remove(path);
        return changed;
    }

    private static string Path(JsonElement body) => ControlBody.Text(body, "path") is { } path && VendorPath.All.Contains(path)
        ? path
        : throw new ControlRefusal($"\"path\" must be one of {string.Join(", ", VendorPath.All)}.");
}
