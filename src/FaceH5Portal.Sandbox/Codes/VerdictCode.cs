namespace FaceH5Portal.Sandbox.Codes;

/// <summary>What a code that ends an attempt means. Only reaching the comparison is charged, whatever it says.</summary>
internal sealed record VerdictCode(int Code, string Message, string English, bool Compared = false)
{
    public const int Passed = 0;
    public const int BelowThreshold = 222360;

    /// <summary>The camera was refused or missing; which code the vendor gives then, no source says.</summary>
    public const int NoCapture = 800001;

    public static readonly IReadOnlyList<VerdictCode> All =
    [
        new(Passed, "核验成功", "Verified", Compared: true),
        new(BelowThreshold, "人脸比对未通过", "The face does not match", Compared: true),
        new(222350, "公安网图片不存在或质量过低", "The portrait on file is missing or too poor", Compared: true),
        new(222351, "身份证号与姓名不匹配或该身份证号不存在", "Name and ID number do not match, or the number is unknown", Compared: true),
        new(222352, "身份证姓名格式错误", "The name is not well formed"),
        new(222353, "身份证号码格式错误", "The ID number is not well formed"),
        new(222354, "公安库里不存在此身份证号", "The ID number is not on file", Compared: true),
        new(222355, "身份证号码正确，公安库里没有对应的照片", "There is no portrait on file for this ID number", Compared: true),
        new(222356, "人脸图片质量不符合要求", "The picture of the face is not good enough"),
        new(222361, "公安服务连接失败，请重试", "The identity service cannot be reached, try again"),
        new(223051, "唇语识别未通过", "The spoken digits were not recognised"),
        new(223120, "活体检测未通过", "The liveness check was not passed"),
        new(223131, "合成图检测未通过", "The picture looks synthetic"),
        new(223135, "合成图检测未通过", "The picture looks synthetic"),
        new(283457, "环境存在风险", "The environment looks risky"),
        new(283507, "请勿使用身份证照片代替人脸", "An ID card was held up in place of the face"),
        new(NoCapture, "采集超时", "The capture took too long"),
        new(800002, "炫瞳活体检测未通过", "The colour liveness check was not passed"),
        .. VideoCodes.All,
    ];

    private static readonly Dictionary<int, VerdictCode> _known = All.ToDictionary(code => code.Code);

    public static VerdictCode Of(int code) =>
        _known.GetValueOrDefault(code) ?? new VerdictCode(code, $"认证未通过（{code}）", $"Not verified ({code})");
}
