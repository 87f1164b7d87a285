using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The page's words, in the first of the reader's languages that is Chinese or English.</summary>
internal sealed class CaptureTexts
{
    public static readonly CaptureTexts Chinese = new("zh-CN", new()
    {
        ["title"] = "人脸实名认证（沙箱）",
        ["sandbox"] = "沙箱环境，不是真实的认证服务",
        ["statement-title"] = "授权声明",
        ["statement-text"] = "为完成实名认证，本页面将使用您的摄像头采集人脸图像，并与身份信息进行比对。图像仅保存在此沙箱中。",
        ["statement-box"] = "我已阅读并同意上述授权声明",
        ["statement-accept"] = "同意并继续",
        ["capture-title"] = "采集人脸",
        ["capture-hint"] = "请正对屏幕，保持光线充足",
        ["shutter"] = "拍摄",
        ["no-camera"] = "无法使用摄像头。您可以使用内置图像，或选择一张图片。",
        ["still"] = "使用内置图像",
        ["file"] = "选择图片",
        ["file-bad"] = "这个文件不是可以读取的图片，请换一张。",
        ["comparing"] = "比对中…",
        ["passed-title"] = "认证通过",
        ["failed-title"] = "认证未通过",
        ["finish"] = "完成身份认证",
        ["retry"] = "重新认证",
        ["leave"] = "返回",
        ["close"] = "您可以关闭此页面。",
        ["offline"] = "网络异常，请稍后重试。",
        ["error-title"] = "无法继续",
        ["token-dead"] = "Token无效或者已过期",
        ["target-refused"] = "跳转地址无效：successUrl 和 failedUrl 必须是完整的 http 或 https 地址。",
        ["entry-later"] = "该方案需要在页面上录入身份信息（OCR 或手动输入），此沙箱版本暂未提供该步骤。",
        ["no-script"] = "请启用 JavaScript 后重试。",
    });

    public static readonly CaptureTexts English = new("en", new()
    {
        ["title"] = "Face verification (sandbox)",
        ["sandbox"] = "Sandbox, not a real verification service",
        ["statement-title"] = "Authorisation statement",
        ["statement-text"] = "To verify you, this page takes a picture of your face with your camera and compares it with your identity. The picture stays inside this sandbox.",
        ["statement-box"] = "I have read the statement and agree",
        ["statement-accept"] = "Agree and continue",
        ["capture-title"] = "Take a picture of your face",
        ["capture-hint"] = "Face the screen, in good light",
        ["shutter"] = "Take the picture",
        ["no-camera"] = "The camera cannot be used. Use the built-in still, or choose a picture.",
        ["still"] = "Use a built-in still",
        ["file"] = "Choose a picture",
        ["file-bad"] = "This file is not a picture that can be read. Choose another.",
        ["comparing"] = "Comparing…",
        ["passed-title"] = "Verified",
        ["failed-title"] = "Not verified",
        ["finish"] = "Complete the verification",
        ["retry"] = "Try again",
        ["leave"] = "Go back",
        ["close"] = "You may close this page.",
        ["offline"] = "The network failed. Try again in a moment.",
        ["error-title"] = "Cannot go on",
        ["token-dead"] = "The token is invalid or has expired (Token无效或者已过期)",
        ["target-refused"] = "The way back is refused: successUrl and failedUrl must be absolute http or https addresses.",
        ["entry-later"] = "This plan takes the identity on the page (OCR or typing), a step this version of the sandbox does not have yet.",
        ["no-script"] = "Switch on JavaScript and try again.",
    });

    private readonly Dictionary<string, string> _texts;

    private CaptureTexts(string language, Dictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
    }

    public string Language { get; }

    public IReadOnlyDictionary<string, string> All => _texts;

    public string this[string key] => _texts[key];

    public static CaptureTexts For(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString())
        .FirstOrDefault(language => IsOf(language, "zh") || IsOf(language, "en")) is { } first && IsOf(first, "en") ? English : Chinese;

    public string Verdict(VerdictCode code) => this == English ? code.English : code.Message;

    private static bool IsOf(string tag, string language) => tag.StartsWith(language, StringComparison.OrdinalIgnoreCase);
}
