namespace FaceH5Portal.Core.Alarming.Health;

/// <summary>What the last pass saw, in memory: so that it can be told even while nothing can be stored.</summary>
public sealed class PortalPulse
{
    private readonly Lock turn = new();
    private PulseView seen = new(null, null, null, TimeSpan.Zero, null, 0);

    public PulseView Seen
    {
        get
        {
            lock (turn)
                return seen;
        }
    }

    internal void Beat(DateTime nowUtc, TimeSpan lag, long? freeMebibytes, int openAlarms)
    {
        lock (turn)
            seen = new PulseView(nowUtc, null, null, lag, freeMebibytes, openAlarms);
    }

    internal void Miss(DateTime nowUtc)
    {
        lock (turn)
            seen = seen with { StorageFailsSinceUtc = seen.StorageFailsSinceUtc ?? nowUtc };
    }

    /// <summary>True once an hour while it lasts: for who tells it outside.</summary>
    internal bool MayTell(DateTime nowUtc)
    {
        lock (turn)
        {
            if (seen.ToldAtUtc > nowUtc.AddHours(-1))
                return false;
            seen = seen with { ToldAtUtc = nowUtc };
            return true;
        }
    }
}

/// <param name="LastPassUtc">When all was last looked at and stored; null before that.</param>
/// <param name="StorageFailsSinceUtc">Since when nothing can be stored; null where it can.</param>
/// <param name="ToldAtUtc">When that was last told outside.</param>
public sealed record PulseView(DateTime? LastPassUtc, DateTime? StorageFailsSinceUtc, DateTime? ToldAtUtc, TimeSpan Lag, long? FreeMebibytes, int OpenAlarms);
