using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaceH5Portal.Web.Tests;

public sealed class SessionPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_waiting_session_shows_its_link_and_no_running_window()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        Assert.Equal(session.Link.ToString(), Find(page, "session-link").GetAttribute("href"));
        foreach (var window in new[] { "window-token", "window-media", "window-results" })
            Assert.Contains("not running", Find(page, window).TextContent, StringComparison.Ordinal);
        Assert.NotNull(Find(page, "consents-empty"));
        Assert.Equal("测** 110***********0011", Find(page, "session-person").TextContent.Trim());
    }

    [Fact]
    public async Task A_passed_session_shows_verdict_scores_face_charge_and_story()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        Assert.Equal("Passed", Find(page, "status").GetAttribute("data-status"));
        Assert.EndsWith("/ 80", Find(page, "attempt-score").TextContent, StringComparison.Ordinal);
        Assert.Equal("¥0.80", Find(page, "charge-amount").TextContent);
        Assert.Contains((await session.SeeAsync()).Consents[0].Text, Find(page, "consent").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("img"));
        await page.Find("form:has([data-testid=pictures-show])").SubmitAsync();
        page.WaitForAssertion(() => Find(page, "image-face"));
        Assert.StartsWith("/evidence/", Find(page, "image-face").GetAttribute("src")!, StringComparison.Ordinal);
        Assert.Equal(["Created", "Consented", "LeftForCapture", "CameBack", "AttemptPassed", "FaceStored"],
            page.FindAll("[data-testid=timeline-entry]").Select(entry => entry.GetAttribute("data-kind")!));
        Assert.Empty(page.FindAll("[data-testid=session-link]"));
    }

    [Fact]
    public async Task The_page_follows_the_session_without_a_reload()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        await session.GoThroughAsync();
        page.WaitForAssertion(() => Assert.Equal("Passed", Find(page, "status").GetAttribute("data-status")));
    }

    [Fact]
    public async Task The_page_keeps_its_language_whoever_commits()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        await session.GoThroughAsync();
        page.WaitForAssertion(() => Assert.Equal("Passed", Find(page, "status").TextContent.Trim()));
    }

    [Fact]
    public async Task A_role_that_may_not_see_money_is_told_which_permission_it_lacks()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Reviewer);
        var page = Show(context, session.Id);
        Assert.Contains("You lack the permission: see amounts.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("¥", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(Find(page, "pictures-show"));
    }

    [Fact]
    public async Task A_role_that_may_not_see_images_is_told_which_permission_it_lacks()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context, session.Id);
        Assert.Equal("You lack the permission: see pictures.", Find(page, "images-denied").TextContent);
        Assert.Empty(page.FindAll("img"));
        Assert.Equal("¥0.80", Find(page, "charge-amount").TextContent);
    }

    [Fact]
    public async Task Cancelling_shows_at_once()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        await Find(page, "session-cancel").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Cancelled", Find(page, "status").GetAttribute("data-status")));
    }

    [Fact]
    public async Task Cancelling_what_somebody_else_cancelled_says_that_it_is_over()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        // A page that has not heard of the other's click yet.
        context.Services.AddSingleton(new CommitFeed(NullLogger<CommitFeed>.Instance));
        var page = Show(context, session.Id);
        await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, session.Id, CancellationToken.None);
        await Find(page, "session-cancel").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("This verification is over already.", Find(page, "error").TextContent));
    }

    [Fact]
    public async Task Who_may_not_cancel_is_not_offered_it()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal, Role.Auditor);
        Assert.Empty(Show(context, session.Id).FindAll("[data-testid=session-cancel]"));
    }

    [Fact]
    public async Task An_unknown_session_is_said_in_words()
    {
        await using var context = new ConsoleContext(portal);
        Assert.Equal("session-unknown", Find(Show(context, Guid.NewGuid()), "error").GetAttribute("data-code"));
    }

    private static IRenderedComponent<SessionPage> Show(ConsoleContext context, Guid id)
    {
        var page = context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("[data-testid=session-head], [data-testid=errors]");
        return page;
    }

    private static IElement Find(IRenderedComponent<SessionPage> page, string testId) => page.Find($"[data-testid={testId}]");
}
