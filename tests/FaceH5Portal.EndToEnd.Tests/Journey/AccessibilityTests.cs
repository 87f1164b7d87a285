using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Journey;

/// <summary>
/// Every page in every state a person can come to, in the variants that are wanted.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium, PageGallery gallery) : IClassFixture<PageGallery>
{
    public static TheoryData<string, string, int, bool> Variants
    {
        get
        {
            var variants = new TheoryData<string, string, int, bool>();
            foreach (var (theme, language, width) in PageVariant.Wanted)
                foreach (var large in PageVariant.AreAllWanted ? new[] { false, true } : [false])
                    variants.Add(theme, language, width, large);
            return variants;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task No_page_has_a_fault_by_the_rules_of_WCAG_2_2_A_and_AA(string theme, string language, int width, bool large)
    {
        var faults = new List<string>();
        await EachAsync(theme, language, width, large, async (state, page) =>
        {
            faults.AddRange(await PageFaults.FindAsync(state.Name, page));
            if (!large)
                await PageAlbum.KeepAsync(page, state.Name, language, width);
        });
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task In_large_type_no_page_scrolls_sideways_on_a_small_phone(string language)
    {
        var faults = new List<string>();
        await EachAsync("light", language, 360, large: true, async (state, page) =>
        {
            Assert.Equal("22px", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
            faults.AddRange(await PageFaults.SidewaysAsync(state.Name, page));
        });
        Assert.Empty(faults);
    }

    private async Task EachAsync(string theme, string language, int width, bool large, Func<PageState, IPage, Task> look)
    {
        await using var context = await chromium.WithCamera.NewContextAsync(PageVariant.Options(theme, language, width));
        if (large)
            await context.AddCookiesAsync([new() { Name = "__Host-text-size", Value = "large", Secure = true, Url = new UriBuilder(gallery.Address) { Scheme = "https" }.ToString() }]);
        var page = await context.NewPageAsync();
        foreach (var state in gallery.States)
        {
            await state.OpenAsync(page, gallery.Address);
            await look(state, page);
            // A link that was opened before would show through.
            await context.ClearCookiesAsync(new() { Name = "__Host-visit" });
        }
    }
}
