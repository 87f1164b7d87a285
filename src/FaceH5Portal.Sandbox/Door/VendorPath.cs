namespace FaceH5Portal.Sandbox.Door;

/// <summary>The names under which faults, latencies and their help know the vendor's calls.</summary>
internal static class VendorPath
{
    public const string Any = "*";
    public const string Token = "oauth/token";
    public const string ImageQuery = "image/query";
    public const string FaceImage = "face_image";
    public const string Media = "media";
    public const string JuheVerify = "verifyface/verify";
    public const string JuheVerifyEncrypted = "verifyface/verifyEncry";
    public const string TencentIdCardCompare = "face/idcardcompare";
    public const string TencentImageRecognition = "ImageRecognitionV2";
    public const string LinkfaceSelfie = "selfie_idnumber_verification";

    public static readonly IReadOnlyList<string> All =
    [
        Token, "verifyToken/generate", "idcard/submit", "uploadMatchImage", "result/simple", "result/detail", "result/stat",
        "result/media/query", "result/getall", ImageQuery, FaceImage, Media,
        JuheVerify, JuheVerifyEncrypted, TencentIdCardCompare, TencentImageRecognition, LinkfaceSelfie, Any,
    ];
}
