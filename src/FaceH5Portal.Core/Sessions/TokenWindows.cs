namespace FaceH5Portal.Core.Sessions;

/// <summary>How long the vendor lets a token be used, keeps media and keeps results.</summary>
public static class TokenWindows
{
    public static readonly TimeSpan Use = TimeSpan.FromHours(2);
    public static readonly TimeSpan Media = TimeSpan.FromDays(1);
    public static readonly TimeSpan Results = TimeSpan.FromDays(3);

    /// <summary>Clocks differ, and an attempt begun in time may end a little later: only after this is silence an answer.</summary>
    public static readonly TimeSpan DeathMargin = TimeSpan.FromMinutes(5);
}
