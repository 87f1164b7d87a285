namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>
/// The time below the sandbox's clock. It can be put back between two worlds, which no clock of the product can, so
/// that every world begins at the same moment although the sandbox goes on.
/// </summary>
internal sealed class WorldTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Put(DateTimeOffset moment) => now = moment;
}
