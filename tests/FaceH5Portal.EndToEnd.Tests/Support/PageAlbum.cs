using FaceH5Portal.TestKit;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>The pictures of every page in `docs/screenshots`, made anew by `tests/screenshots`.</summary>
public static class PageAlbum
{
    public static bool IsWanted => Environment.GetEnvironmentVariable("SCREENSHOTS") == "yes";

    private static string Folder => Path.Combine(Repository.Root, "docs", "screenshots");

    public static string FileOf(string name, string language, int width) => Path.Combine(Folder, $"{name}-{language}-{width}.jpg");

    public static async Task KeepAsync(IPage page, string name, string language, int width)
    {
        if (IsWanted)
            await page.ScreenshotAsync(new() { Path = FileOf(name, language, width), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70 });
    }
}
