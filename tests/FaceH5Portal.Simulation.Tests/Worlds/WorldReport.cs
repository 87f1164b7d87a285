using FaceH5Portal.Simulation.Tests.Weather;

namespace FaceH5Portal.Simulation.Tests.Worlds;

internal sealed record WorldReport(ulong Seed, IReadOnlyList<string> Failures, Story Story, Coverage Coverage)
{
    public bool IsRed => Failures.Count > 0;
}
