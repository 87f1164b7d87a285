namespace FaceH5Portal.Vendors.Baidu.AccessTokens;

/// <summary>An access token with the time to replace it and the time it stops working.</summary>
internal sealed record BaiduAccessToken(string Value, DateTimeOffset RenewAt, DateTimeOffset DiesAt)
{
    /// <summary>What the app may call, as the vendor lists it; null where it did not.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>How far our clock was ahead of the vendor's when it was issued; null where the vendor named no time.</summary>
    public TimeSpan? ClockAhead { get; init; }

    public static BaiduAccessToken Fresh(string value, TimeSpan life, DateTimeOffset now) =>
        new(value, now + (life * BaiduLimits.RenewAtShareOfLife), now + life);

    public bool ServesAt(DateTimeOffset now) => now < RenewAt && now < DiesAt;

    public override string ToString() => $"{nameof(BaiduAccessToken)} until {DiesAt:O}";
}
