using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator.Reviewing;
using FaceH5Portal.Web.Pages.Shared;

namespace FaceH5Portal.Web.Tests;

public sealed class IdentityPanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private SessionDriver person = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        person = await SessionDriver.CreateAsync(portal, "1002");
        await person.StartAsync();
        await portal.Sandbox.ControlAsync("complete", new { verify_token = person.VerifyToken, name = "测试乙" });
        await person.ComeBackAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_person_is_masked_until_a_reason_is_given_and_the_difference_is_marked_all_along()
    {
        await using var console = new ConsoleContext(portal);
        var panel = Show(console);
        Assert.Equal("true", panel.Find("[data-field=Name]").GetAttribute("data-differs"));
        Assert.DoesNotContain("测试乙", panel.Markup, StringComparison.Ordinal);
        panel.Find("[data-testid=reveal-reason]").Change("SuspectedFraud");
        await panel.Find("form").SubmitAsync();
        Assert.Contains("测试乙", panel.Find("[data-field=Name]").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[data-testid=reveal]"));
    }

    [Fact]
    public async Task Who_may_not_see_people_is_offered_no_reason()
    {
        await using var console = new ConsoleContext(portal, Role.Auditor);
        Assert.Empty(Show(console).FindAll("[data-testid=reveal]"));
    }

    [Theory]
    [InlineData(93.5, 80.0, "score-bar ", "93.5", "79.25")]
    [InlineData(61.2, 80.0, "score-bar below", "61.2", "79.25")]
    [InlineData(120.0, null, "score-bar ", "100", null)]
    public async Task A_score_ends_where_it_is_and_the_line_stands_at_the_mark(double score, double? mark, string look, string width, string? line)
    {
        await using var console = new ConsoleContext(portal);
        var bar = console.Render<ScoreBar>(set => set.Add(b => b.Score, score).Add(b => b.Threshold, mark));
        Assert.Equal(look, bar.Find("svg").GetAttribute("class"));
        Assert.Equal(width, bar.Find(".score-fill").GetAttribute("width"));
        Assert.Equal(line, bar.FindAll(".score-mark").SingleOrDefault()?.GetAttribute("x"));
    }

    [Fact]
    public async Task A_score_on_a_longer_scale_is_drawn_and_read_out_on_its_own()
    {
        await using var console = new ConsoleContext(portal);
        var bar = console.Render<ScoreBar>(set => set.Add(b => b.Score, 625).Add(b => b.Threshold, 600).Add(b => b.Scale, 1000));
        Assert.Equal(("62.5", "59.25"), (bar.Find(".score-fill").GetAttribute("width"), bar.Find(".score-mark").GetAttribute("x")));
        Assert.Equal("Score 625 of 1000, pass mark 600", bar.Find("svg").GetAttribute("aria-label"));
    }

    private IRenderedComponent<IdentityPanel> Show(ConsoleContext console) =>
        console.Render<IdentityPanel>(set => set.Add(panel => panel.SessionId, person.Id));
}
