using FaceH5Portal.Sandbox.Codes;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>The page's words, in the first of the reader's languages that is Chinese or English.</summary>
internal sealed class CaptureTexts
{
    public static readonly CaptureTexts Chinese = new("zh-CN", CaptureTextsChinese.Texts);
    public static readonly CaptureTexts English = new("en", CaptureTextsEnglish.Texts);

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
