using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FaceH5Portal.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Journey;

/// <summary>
/// Every page in every state a person can come to. Two variants stand for all in everyday runs; `tests/matrix` runs
/// every theme, language, width and size of type.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium, PageGallery gallery) : IClassFixture<PageGallery>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // Off unless it is asked for by name.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    public static TheoryData<string, string, int, bool> Variants => Environment.GetEnvironmentVariable("MATRIX") == "all" ? Every : Everyday;

    private static TheoryData<string, string, int, bool> Everyday => new() { { "light", "zh-CN", 360, false }, { "dark", "en", 1440, false } };

    private static TheoryData<string, string, int, bool> Every
    {
        get
        {
            var every = new TheoryData<string, string, int, bool>();
            foreach (var theme in new[] { "light", "dark" })
                foreach (var language in new[] { "zh-CN", "en" })
                    foreach (var width in new[] { 360, 768, 1440 })
                        foreach (var large in new[] { false, true })
                            every.Add(theme, language, width, large);
            return every;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task No_page_has_a_fault_by_the_rules_of_WCAG_2_2_A_and_AA(string theme, string language, int width, bool large)
    {
        var faults = new List<string>();
        await EachAsync(theme, language, width, large, async (state, page) =>
        {
            faults.AddRange(await SidewaysAsync(state, page));
            var found = await page.RunAxe(Rules);
            Assert.Contains(found.Passes, rule => rule.Id == "color-contrast");
            Assert.Contains(found.Passes, rule => rule.Id == "target-size");
            faults.AddRange(found.Violations.Select(rule => $"{state.Name}: {rule.Id}: {string.Join(' ', rule.Nodes.Select(node => node.Html))}"));
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
            faults.AddRange(await SidewaysAsync(state, page));
        });
        Assert.Empty(faults);
    }

    private async Task EachAsync(string theme, string language, int width, bool large, Func<PageState, IPage, Task> look)
    {
        await using var context = await chromium.WithCamera.NewContextAsync(new()
        {
            Locale = language,
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 800 },
        });
        if (large)
            await context.AddCookiesAsync([new() { Name = "text-size", Value = "large", Url = gallery.Address.ToString() }]);
        var page = await context.NewPageAsync();
        foreach (var state in gallery.States)
        {
            await state.OpenAsync(page, gallery.Address);
            await look(state, page);
            // A link that was opened before would show through.
            await context.ClearCookiesAsync(new() { Name = "__Host-visit" });
        }
    }

    private static async Task<IEnumerable<string>> SidewaysAsync(PageState state, IPage page)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return over > 0 ? [$"{state.Name} is {over} pixels too wide."] : [];
    }
}
