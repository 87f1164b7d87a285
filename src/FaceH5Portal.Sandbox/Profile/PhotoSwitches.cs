namespace FaceH5Portal.Sandbox.Profile;

/// <summary>What no source settles about the photo vendors.</summary>
internal static class PhotoSwitches
{
    public static readonly ProfileSwitch JuheImageLimit = new("juhe_image_limit", "Juhe: what may be 100 KB, the photo's base64 or its file.", "base64", "file");
    public static readonly ProfileSwitch JuheScore = new("juhe_score", "Juhe: the type of score.", "string", "number");
    public static readonly ProfileSwitch JuheErrorCode = new("juhe_error_code",
        "Juhe: a failure with error_code, with resultcode beside it, or with resultcode alone as older endpoints.", "error_code", "both", "resultcode");
    public static readonly ProfileSwitch TencentErrorStatus = new("tencent_error_status", "Tencent idcardcompare: the HTTP status of an error.", "200", "400");
    public static readonly ProfileSwitch TencentMismatch = new("tencent_mismatch", "Tencent idcardcompare: whether -5803 is on the bill.", "charged", "free");
    public static readonly ProfileSwitch TencentV2Codes = new("tencent_v2_codes",
        "Tencent ImageRecognitionV2: a business failure as a Result, or as an Error.", "result", "error");
    public static readonly ProfileSwitch TencentV2Sim = new("tencent_v2_sim", "Tencent ImageRecognitionV2: the type of Sim.", "number", "string");
    public static readonly ProfileSwitch LinkfaceTimestamp = new("linkface_timestamp",
        "Linkface: the timestamps it takes, 10 or 13 digits, or one of them.", "any", "milliseconds", "seconds");
    public static readonly ProfileSwitch LinkfaceGates = new("linkface_gates",
        "Linkface: the fields behind a gate that was not passed.", "missing", "null", "zero");
    public static readonly ProfileSwitch LinkfaceReason = new("linkface_reason", "Linkface: reason and image of a failure.", "told", "missing");
    public static readonly ProfileSwitch LinkfaceQuality = new("linkface_quality", "Linkface: charge of a photo that is not good enough.", "2", "1");

    public static readonly IReadOnlyList<ProfileSwitch> All =
    [
        JuheImageLimit, JuheScore, JuheErrorCode, TencentErrorStatus, TencentMismatch, TencentV2Codes, TencentV2Sim,
        LinkfaceTimestamp, LinkfaceGates, LinkfaceReason, LinkfaceQuality,
    ];
}
