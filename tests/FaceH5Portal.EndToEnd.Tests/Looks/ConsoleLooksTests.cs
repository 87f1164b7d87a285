using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Looks;

[Collection(BrowserTests.Name)]
public sealed class ConsoleLooksTests(Chromium chromium, ConsoleGallery gallery) : IClassFixture<ConsoleGallery>
{
    public static TheoryData<string, string, int> Variants
    {
        get
        {
            var variants = new TheoryData<string, string, int>();
            foreach (var (theme, language, width) in PageVariant.Wanted)
                variants.Add(theme, language, width);
            return variants;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task No_page_of_the_console_has_a_fault_by_the_rules_of_WCAG_2_2_A_and_AA(string theme, string language, int width)
    {
        await using var context = await chromium.WithCamera.NewContextAsync(PageVariant.Options(theme, language, width));
        var page = await context.NewPageAsync();
        await ActAsAdministratorAsync(page);
        var faults = new List<string>();
        foreach (var shown in gallery.Pages)
        {
            await page.GotoAsync(new Uri(gallery.Address, shown.Path).ToString());
            if (shown.Press is { } button)
                await page.GetByTestId(button).First.ClickAsync();
            await Assertions.Expect(page.GetByTestId(shown.Shows).First).ToBeVisibleAsync();
            faults.AddRange(await PageFaults.FindAsync(shown.Name, page));
            await PageAlbum.KeepAsync(page, shown.Name, language, width);
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_page_of_the_console_stands_in_the_album_in_both_languages() =>
        Assert.Empty(from shown in gallery.Pages
                     from file in new[] { PageAlbum.FileOf(shown.Name, "zh-CN", 360), PageAlbum.FileOf(shown.Name, "en", 1440) }
                     where !File.Exists(file)
                     select Path.GetFileName(file));

    [Fact]
    public async Task A_chosen_theme_outlives_the_page_and_the_system()
    {
        await using var context = await chromium.WithCamera.NewContextAsync(PageVariant.Options("dark", "en", 1440));
        var page = await context.NewPageAsync();
        ILocator Choice(string theme) => page.Locator($"[data-testid=theme-choice][data-theme={theme}]");
        await page.GotoAsync($"{gallery.Address}plans");
        await Assertions.Expect(Choice("dark")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveCSSAsync("color-scheme", "dark");
        await Choice("light").ClickAsync();
        await Assertions.Expect(Choice("dark")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("plan-open").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToHaveCSSAsync("color-scheme", "light");
        await Assertions.Expect(Choice("light")).ToHaveCountAsync(0);
    }

    /// <summary>Sees every part of every page.</summary>
    private async Task ActAsAdministratorAsync(IPage page)
    {
        var console = new OperatorDriver(page, gallery.Address);
        await console.OpenAsync();
        await console.ActAsAsync("Administrator");
    }
}
