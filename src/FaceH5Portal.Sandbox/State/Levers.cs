using FaceH5Portal.Sandbox.Door;

namespace FaceH5Portal.Sandbox.State;

/// <summary>What somebody set from outside: switches of the profile that are not at their default, faults, latencies.</summary>
internal sealed record Levers
{
    public static readonly Levers AtRest = new();

    public IReadOnlyDictionary<string, string> Profile { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Milliseconds by path.</summary>
    public IReadOnlyDictionary<string, int> Latency { get; init; } = new Dictionary<string, int>();
}
