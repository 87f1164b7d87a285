using FaceH5Portal.Vendors;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>How long to wait before the next question, by how many have brought nothing.</summary>
public static class HarvestSchedule
{
    /// <summary>How long a question is claimed for: it is asked again after it when its answer could not be stored. The claims of a dead process end at the next start.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>So often an answer that cannot be read is asked for anew before its session is set apart.</summary>
    public const int ReadingsBeforeQuarantine = 4;

    // The comparison takes seconds; a person is looking at a waiting page.
    private static readonly TimeSpan[] WhileComparing = Seconds(1, 2, 3, 5, 10, 20, 30, 60);

    // A vendor in trouble recovers in minutes or in hours; the deadline is days away.
    private static readonly TimeSpan[] AfterFault = Seconds(5, 15, 30, 60, 120, 300, 600, 900);

    // What could not be read so often will hardly be readable soon; it must not crowd out the others.
    private static readonly TimeSpan InQuarantine = TimeSpan.FromHours(6);

    public static TimeSpan Comparing(int tries) => At(WhileComparing, tries);

    public static TimeSpan Fault(int tries) => At(AfterFault, tries);

    /// <summary>As the vendor asks, else by how often it has failed.</summary>
    public static TimeSpan After(VendorFault fault, int tries) => fault switch
    {
        { RetryAfter: { } wait } => wait,
        { Kind: VendorFaultKind.Unreadable } when tries >= ReadingsBeforeQuarantine => InQuarantine,
        _ => Fault(tries),
    };

    private static TimeSpan At(TimeSpan[] table, int tries) => table[Math.Min(tries, table.Length - 1)];

    private static TimeSpan[] Seconds(params int[] seconds) => [.. seconds.Select(s => TimeSpan.FromSeconds(s))];
}
