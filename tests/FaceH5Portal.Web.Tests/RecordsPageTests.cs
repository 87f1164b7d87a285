using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests;

public sealed class RecordsPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_token_leads_to_its_session_and_stands_in_no_address()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(40));
        await using var context = new ConsoleContext(portal);
        var page = Find(context, session.VerifyToken);
        page.WaitForAssertion(() => Assert.Equal($"/sessions/{session.Id}", page.Find("[data-testid=record-open]").GetAttribute("href")));
        Assert.Equal("Nothing", page.Find("[data-testid=record-token]").GetAttribute("data-memory"));
        Assert.Single(page.FindAll("[data-testid=record-attempt]"));
        Assert.Contains("¥0.80", page.Find("[data-testid=record-charges]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=record-ask]"));
        Assert.DoesNotContain(session.VerifyToken, context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.DoesNotContain("测试甲", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_vendor_is_asked_through_the_harvest_when_something_is_missing()
    {
        await portal.Sandbox.BreakAsync("result/getall", "http500", 4);
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await portal.Sandbox.ControlAsync("faults", new { clear = true });
        await using var context = new ConsoleContext(portal);
        var page = Find(context, session.VerifyToken);
        page.WaitForElement("[data-testid=record-ask]").Click();
        page.WaitForElement("[data-testid=records-asked]");
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
    }

    [Fact]
    public async Task Nothing_typed_is_lost_by_a_mistake_and_an_unknown_word_says_what_to_check()
    {
        await using var context = new ConsoleContext(portal, Role.Reviewer);
        var page = Find(context, "");
        page.WaitForAssertion(() => Assert.Equal("text-required", page.Find("[data-testid=error]").GetAttribute("data-code")));
        Send(page, "nobody's");
        page.WaitForAssertion(() => Assert.Contains("Nothing is kept", page.Find("[data-testid=records-count]").TextContent, StringComparison.Ordinal));
        Assert.Equal("nobody's", page.Find("[data-testid=records-word]").GetAttribute("value"));
    }

    private static IRenderedComponent<RecordsPage> Find(ConsoleContext context, string word)
    {
        var page = context.Render<RecordsPage>();
        Send(page, word);
        return page;
    }

    private static void Send(IRenderedComponent<RecordsPage> page, string word)
    {
        page.Find("[data-testid=records-word]").Change(word);
        page.Find("[data-testid=records-form]").Submit();
    }
}
