namespace FaceH5Portal.Core.Access;

/// <summary>The time by which people are signed in: with the sandbox the vendor's clock is moved about, and that shall sign nobody out.</summary>
public sealed record PeopleClock(TimeProvider Time)
{
    public DateTime NowUtc => Time.GetUtcNow().UtcDateTime;
}
