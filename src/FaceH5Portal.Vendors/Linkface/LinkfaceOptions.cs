using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Linkface;

/// <summary>How to reach Linkface; bound from <c>Vendors:Linkface</c>. Keys may be missing, then every check is refused with <c>no-credentials</c>.</summary>
public sealed class LinkfaceOptions : PhotoVendorOptions
{
    internal const string Section = "Vendors:Linkface";

    /// <summary>Where the API is. https, or http on loopback. Default <c>https://cloudapi.linkface.cn</c>.</summary>
    public string BaseUrl { get; set; } = "https://cloudapi.linkface.cn";

    /// <summary>The account (<c>api_id</c>).</summary>
    public string? ApiId { get; set; }

    /// <summary>The account's secret, which signs and is never sent.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>Writes <c>timestamp</c> in seconds. The document says neither; its neighbours write milliseconds. Default false: milliseconds.</summary>
    public bool TimestampInSeconds { get; set; }
}
