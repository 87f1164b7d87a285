namespace FaceH5Portal.Core.Backups;

/// <summary>How much of the time a backup takes for itself: it rests after each piece of work, so that people beside it do not notice.</summary>
public sealed class BackupPace
{
    private const double ShareBesidePeople = 0.1;

    private readonly double restPerWork;

    private BackupPace(double share) => restPerWork = 1 / share - 1;

    /// <summary>As fast as it can: nobody else is there.</summary>
    public static BackupPace Alone { get; } = new(1);

    /// <summary>Beside a portal that works.</summary>
    public static BackupPace BesidePeople { get; } = new(ShareBesidePeople);

    internal PacedWork Begin(TimeProvider clock) => new(clock, restPerWork);
}

/// <summary>Work in pieces, with a rest between each two.</summary>
internal sealed class PacedWork(TimeProvider clock, double restPerWork)
{
    // What stood still by itself, as a machine that slept, is not to be rested from.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    private long began = clock.GetTimestamp();

    public async Task RestAsync(CancellationToken cancellationToken)
    {
        var wanted = TimeSpan.FromMilliseconds(Math.Ceiling((clock.GetElapsedTime(began) * restPerWork).TotalMilliseconds));
        await Task.Delay(wanted < LongestRest ? wanted : LongestRest, clock, cancellationToken);
        began = clock.GetTimestamp();
    }
}
