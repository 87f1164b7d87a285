using Bunit;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator.Reviewing;

namespace FaceH5Portal.Web.Tests;

public sealed class AnswersPanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Answers_are_opened_only_when_asked_for_and_show_nobody()
    {
        var session = await SessionDriver.CreateAsync(portal, "1002");
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var panel = context.Render<AnswersPanel>(parameters => parameters.Add(p => p.SessionId, session.Id));
        Assert.Empty(panel.FindAll("[data-testid=answer]"));
        panel.Find("[data-testid=answers-show]").Click();
        panel.WaitForAssertion(() => Assert.Equal(["getall", "detail", "stat"],
            panel.FindAll("[data-testid=answer]").Select(answer => answer.GetAttribute("data-call")).OfType<string>().OrderBy(call => call switch { "getall" => 0, "detail" => 1, _ => 2 })));
        Assert.NotEmpty(panel.FindAll("[data-testid=answer-ocr-count]"));
        Assert.DoesNotContain(SessionDriver.Number, panel.Markup, StringComparison.Ordinal);
        Assert.Contains("&quot;verify_count&quot;", panel.Markup.Replace("\"", "&quot;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_answers_says_so()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var panel = context.Render<AnswersPanel>(parameters => parameters.Add(p => p.SessionId, session.Id));
        panel.Find("[data-testid=answers-show]").Click();
        Assert.Equal("status", panel.WaitForElement("[data-testid=answers-empty]").GetAttribute("role"));
    }
}
