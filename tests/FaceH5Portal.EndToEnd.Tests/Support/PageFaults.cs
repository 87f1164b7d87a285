using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>What is wrong with a page by the rules of WCAG 2.2 A and AA, as far as a program can tell.</summary>
public static class PageFaults
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // Off unless it is asked for by name.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    public static async Task<IReadOnlyList<string>> FindAsync(string name, IPage page)
    {
        var found = await page.RunAxe(Rules);
        // A rule that looked at nothing would find nothing.
        Assert.Contains(found.Passes, rule => rule.Id == "color-contrast");
        Assert.Contains(found.Passes, rule => rule.Id == "target-size");
        return
        [
            .. await SidewaysAsync(name, page),
            .. found.Violations.Select(rule => $"{name}: {rule.Id}: {string.Join(' ', rule.Nodes.Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))}"),
        ];
    }

    public static async Task<IEnumerable<string>> SidewaysAsync(string name, IPage page)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return over > 0 ? [$"{name} is {over} pixels too wide."] : [];
    }
}
