using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Baidu's numbers and ours, in one place (Baidu H5人脸实名认证 接口文档, sections 一 and 三).</summary>
public static class BaiduLimits
{
    /// <summary>How long a verify_token can be used for a capture: 2 hours (三、1.(2)).</summary>
    public static readonly TimeSpan VerifyTokenLife = TimeSpan.FromHours(2);

    /// <summary>How long results can be asked for: 3 days (三、1.(4)).</summary>
    public static readonly TimeSpan ResultLife = TimeSpan.FromDays(3);

    /// <summary>How long a recorded video can be fetched: 1 day (二、4).</summary>
    public static readonly TimeSpan VideoLife = TimeSpan.FromDays(1);

    /// <summary>Largest portrait to upload, in bytes after base64: 10 MiB (一、3).</summary>
    public const int MaxEncodedImageBytes = 10 * 1024 * 1024;

    /// <summary>
    /// A portrait to upload (一、3): JPEG, PNG or BMP, smaller than 1920 × 1080. The document does not say which side is which, so that either way up counts;
    /// 10 MiB once encoded.
    /// </summary>
    public static readonly PhotoLimits MatchPhoto = new()
    {
        Formats = PhotoFormats.Jpeg | PhotoFormats.Png | PhotoFormats.Bmp,
        MaxBytes = PhotoLimits.BytesIn(MaxEncodedImageBytes),
        MaxLongSide = 1919,
        MaxShortSide = 1079,
    };

    /// <summary>Largest image or video we download, in bytes: 12 MiB. Ours.</summary>
    public const int MaxMediaBytes = 12 * 1024 * 1024;

    /// <summary>Largest answer we read, in bytes: 8 MiB. Ours.</summary>
    internal const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Largest <c>result/detail</c>, in bytes: 32 MiB, for it may hold two images in base64. Ours.</summary>
    internal const int MaxDetailBytes = 32 * 1024 * 1024;

    /// <summary>How long an app waits after its first "too many requests". Ours.</summary>
    internal static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>How long it waits at most, after many in a row. Ours.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>How long it waits once the whole quota is used up: somebody has to buy more. Ours.</summary>
    internal static readonly TimeSpan TotalQuotaPause = TimeSpan.FromHours(1);

    /// <summary>An access token is renewed once this share of its life is over.</summary>
    internal const double RenewAtShareOfLife = 0.8;

    /// <summary>How long a living access token serves on after its renewal failed. Ours.</summary>
    internal static readonly TimeSpan RenewalPause = TimeSpan.FromMinutes(1);

    /// <summary>An access token is said to live 30 days (三、1.(1)).</summary>
    internal static readonly TimeSpan AccessTokenLife = TimeSpan.FromDays(30);

    /// <summary>Assumed when the vendor forgets to say how long: short enough to be harmless.</summary>
    internal static readonly TimeSpan UnstatedAccessTokenLife = TimeSpan.FromHours(1);
}
