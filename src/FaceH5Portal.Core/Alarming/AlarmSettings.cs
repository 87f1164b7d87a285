namespace FaceH5Portal.Core.Alarming;

/// <summary>What the host says about alarms; read once, at the start.</summary>
public sealed record AlarmSettings
{
    /// <summary>When the day's digest is sent, in the portal's zone; null for never.</summary>
    public TimeOnly? DigestAt { get; init; } = new TimeOnly(9, 0);

    /// <summary>How long a channel may take to be told; the pass waits for no longer, and nobody else waits at all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
