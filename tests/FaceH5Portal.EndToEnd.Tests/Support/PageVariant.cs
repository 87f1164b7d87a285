using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>
/// How a page is looked at. Two variants stand for all in everyday runs; `tests/matrix` takes every theme, language,
/// width and size of type.
/// </summary>
public static class PageVariant
{
    public static bool AreAllWanted => Environment.GetEnvironmentVariable("MATRIX") == "all";

    public static IEnumerable<(string Theme, string Language, int Width)> Wanted =>
        AreAllWanted ? Every : [("light", "zh-CN", 360), ("dark", "en", 1440)];

    private static IEnumerable<(string, string, int)> Every =>
        from theme in new[] { "light", "dark" }
        from language in new[] { "zh-CN", "en" }
        from width in new[] { 360, 768, 1440 }
        select (theme, language, width);

    public static BrowserNewContextOptions Options(string theme, string language, int width) => new()
    {
        Locale = language,
        TimezoneId = "Asia/Shanghai",
        ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        ViewportSize = new() { Width = width, Height = 800 },
    };
}
