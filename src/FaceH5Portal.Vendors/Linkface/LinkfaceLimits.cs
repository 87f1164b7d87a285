using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Linkface;

/// <summary>Linkface's numbers (/v2/identity/selfie_idnumber_verification, 普通人脸图片要求 and data 的结构).</summary>
public static class LinkfaceLimits
{
    /// <summary>From here on, of 100, the vendor calls it the same person.</summary>
    public const double SameFrom = 45;

    /// <summary>From here on, of 100, the vendor cannot tell; below it is another person.</summary>
    public const double UncertainFrom = 40;

    /// <summary>JPG, BMP, PNG, GIF, TIFF; more than 8 and at most 4000 pixels each way; at most 2 MB, better 100 KB.</summary>
    public static readonly PhotoLimits Photo = new()
    {
        Formats = PhotoFormats.Jpeg | PhotoFormats.Png | PhotoFormats.Bmp | PhotoFormats.Gif | PhotoFormats.Tiff,
        MaxBytes = 2 * 1024 * 1024,
        MaxLongSide = 4000,
        MaxShortSide = 4000,
        MinSide = 9,
        TakesUrl = true,
        TakesImageId = true,
    };
}
