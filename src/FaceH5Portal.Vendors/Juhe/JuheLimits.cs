using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>Juhe's numbers (聚合数据 人脸实名认证开发文档, 注意事项).</summary>
public static class JuheLimits
{
    /// <summary>The photo in base64: 100 KB. The document does not say whether it means the file or its base64; the narrower reading holds.</summary>
    public const int MaxEncodedPhoto = 100 * 1024;

    /// <summary>From here on the vendor recommends to take it for the same person, of 100.</summary>
    public const double RecommendedThreshold = 60;

    /// <summary>JPEG and what Windows commonly has, longest side best at 800 pixels, the face at least 128 × 128.</summary>
    public static readonly PhotoLimits Photo = new()
    {
        Formats = PhotoFormats.Jpeg | PhotoFormats.Png | PhotoFormats.Bmp,
        MaxBytes = PhotoLimits.BytesIn(MaxEncodedPhoto),
        BestLongSide = 800,
        MinFaceSide = 128,
        MinSide = 128,
    };
}
