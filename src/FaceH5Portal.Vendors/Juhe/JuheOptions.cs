using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>How to reach Juhe; bound from <c>Vendors:Juhe</c>. Keys may be missing, then every check is refused with <c>no-credentials</c>.</summary>
public sealed class JuheOptions : PhotoVendorOptions
{
    internal const string Section = "Vendors:Juhe";

    /// <summary>Where the API is. http or https: the vendor's document knows http alone. Default <c>http://apis.juhe.cn</c>.</summary>
    public string BaseUrl { get; set; } = "http://apis.juhe.cn";

    /// <summary>The interface's key (<c>key</c>), which is sent as it is.</summary>
    public string? Key { get; set; }

    /// <summary>The account's OpenId, from which the key that encrypts person and photo is made; never sent.</summary>
    public string? OpenId { get; set; }

    /// <summary>
    /// Sends name, ID number and photo unencrypted (<c>verifyface/verify</c>), over http readable by everybody on the way; a warning is logged at each check.
    /// Default false: <c>verifyface/verifyEncry</c>.
    /// </summary>
    public bool SendPlain { get; set; }

    /// <summary>Asks for scores from 0 to 1000 (<c>thousand=1</c>); the answer does not say which it gives. Default false: 0 to 100.</summary>
    public bool Thousand { get; set; }

    /// <summary>From which score on it is the same person, of 100. The vendor recommends 60 (one in a thousand passes wrongly); 70 is one in ten thousand. Default 60.</summary>
    public double MatchFrom { get; set; } = JuheLimits.RecommendedThreshold;

    /// <summary>From which score on, below <see cref="MatchFrom"/>, it is <see cref="PhotoOutcome.Uncertain"/> rather than another person, of 100. Default 60: no such band, for the vendor has none.</summary>
    public double UncertainFrom { get; set; } = JuheLimits.RecommendedThreshold;
}
