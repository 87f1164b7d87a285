using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Tencent;

/// <summary>How to reach Tencent's faceid and the retired service before it; bound from <c>Vendors:Tencent</c>. Keys may be missing, then every check is refused with <c>no-credentials</c>.</summary>
public sealed class TencentOptions : PhotoVendorOptions
{
    internal const string Section = "Vendors:Tencent";

    /// <summary>Where faceid is. https, or http on loopback. Default <c>https://faceid.tencentcloudapi.com</c>.</summary>
    public string BaseUrl { get; set; } = "https://faceid.tencentcloudapi.com";

    /// <summary>Where the retired service was. https, or http on loopback. Default <c>https://recognition.image.myqcloud.com</c>.</summary>
    public string LegacyBaseUrl { get; set; } = "https://recognition.image.myqcloud.com";

    /// <summary>The key's public half (<c>SecretId</c>).</summary>
    public string? SecretId { get; set; }

    /// <summary>The key's secret half, which signs and is never sent.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The account at the retired service (<c>appid</c>); without it that one cannot be asked.</summary>
    public string? AppId { get; set; }

    /// <summary>The bucket named in the retired service's signature; a relic that may be left out.</summary>
    public string? Bucket { get; set; }

    /// <summary>Lets the retired service be asked although its document says it is gone. Default false.</summary>
    public bool UseRetired { get; set; }

    /// <summary>Above which similarity the retired service's answer is the same person, of 100: strictly more. The vendor recommends 75. Default 75.</summary>
    public double RetiredThreshold { get; set; } = TencentLimits.RetiredThreshold;
}
