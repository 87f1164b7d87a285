namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>When a failed delivery is tried again: as Svix does, and with eight attempts within some 28 hours.</summary>
public static class DeliverySchedule
{
    /// <summary>How long an endpoint may fail, and nothing else, before nothing more is sent to it.</summary>
    public static TimeSpan Forbearance { get; } = TimeSpan.FromDays(5);

    /// <summary>How long an attempt is claimed for; it is made again after it where its end could not be stored.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(10);

    // Of a receiver that says "in a year" nobody expects to be back then.
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(10);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(10),
    ];

    public static int MostAttempts => Waits.Length + 1;

    /// <summary>How long to wait after so many failed attempts, and at least as long as the receiver asked for; null where it is given up.</summary>
    public static TimeSpan? After(int attempts, TimeSpan? wish)
    {
        if (attempts > Waits.Length)
            return null;
        var (wait, asked) = (Waits[attempts - 1], wish ?? TimeSpan.Zero);
        return asked <= wait ? wait : asked < LongestWish ? asked : LongestWish;
    }
}
