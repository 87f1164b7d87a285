using Bunit;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Setup;

namespace FaceH5Portal.Web.Tests;

public sealed class SetupPageTests
{
    [Theory]
    [InlineData("en", "Name of the organization")]
    [InlineData("zh-CN", "机构名称")]
    public async Task What_is_missing_and_what_is_advised_are_told_apart(string language, string words)
    {
        await using var portal = await PortalHarness.StartAsync();
        await using var context = new ConsoleContext(portal, language: language);
        var page = context.Render<SetupPage>(parameters => parameters
            .Add(p => p.Missing, ["Portal:MasterKey"]).Add(p => p.Advised, ["Portal:Organization"]));
        Assert.Equal("Portal:MasterKey", page.Find("[data-testid=setup-missing]").TextContent);
        Assert.Equal("Portal:Organization", page.Find("[data-testid=setup-advised]").TextContent);
        Assert.Contains(words, page.Markup, StringComparison.Ordinal);
        Assert.Contains("Portal__Organization", page.Markup, StringComparison.Ordinal);
    }
}
