using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Tencent;

/// <summary>Tencent's numbers (腾讯云 人脸核身: 用户上传照片身份信息核验, retired; 照片人脸核身 V2.0).</summary>
public static class TencentLimits
{
    /// <summary>The photo in base64 at faceid: 3 M characters.</summary>
    public const int MaxEncodedPhoto = 3 * 1024 * 1024;

    /// <summary>The whole request at the retired service: 6 MB.</summary>
    public const int MaxRetiredRequest = 6 * 1024 * 1024;

    /// <summary>faceid has decided by this similarity, of 100, and lets nobody change it: one in ten thousand passes wrongly.</summary>
    public const double Threshold = 70;

    /// <summary>Above this similarity, of 100, the retired service recommends to take it for the same person.</summary>
    public const double RetiredThreshold = 75;

    /// <summary>faceid: JPEG or PNG.</summary>
    public static readonly PhotoLimits Photo = new()
    {
        Formats = PhotoFormats.Jpeg | PhotoFormats.Png,
        MaxBytes = PhotoLimits.BytesIn(MaxEncodedPhoto),
    };

    /// <summary>The retired service: anything but a GIF that moves, with room left for the other fields.</summary>
    public static readonly PhotoLimits RetiredPhoto = new()
    {
        Formats = PhotoFormats.Jpeg | PhotoFormats.Png | PhotoFormats.Bmp,
        MaxBytes = MaxRetiredRequest - (64 * 1024),
        TakesUrl = true,
    };
}
