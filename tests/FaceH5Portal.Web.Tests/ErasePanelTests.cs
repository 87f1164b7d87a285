using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;

namespace FaceH5Portal.Web.Tests;

public sealed class ErasePanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Auditor)]
    public async Task Who_may_not_erase_is_not_offered_it(Role role)
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal, role);
        Assert.Empty(Show(context, session.Id).FindAll("[data-testid=session-erase]"));
    }

    [Fact]
    public async Task The_question_says_how_many_sessions_it_covers_and_what_stays()
    {
        var (passed, waiting) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal));
        await passed.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, waiting.Id);
        Find(page, "session-erase").Click();
        page.WaitForAssertion(() => Assert.Equal(("2", "1"), (Find(page, "erase-scope").GetAttribute("data-sessions"), Find(page, "erase-scope").GetAttribute("data-running"))));
        Assert.Contains("charges", Find(page, "erase-stays").TextContent, StringComparison.Ordinal);
        Find(page, "erase-leave").Click();
        Assert.NotNull(Find(page, "session-erase"));
        Assert.Equal(PrivacyState.Full, (await waiting.SeeAsync()).Privacy);
    }

    [Fact]
    public async Task Without_a_reason_nobody_is_erased()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, session.Id);
        Find(page, "session-erase").Click();
        page.WaitForElement("[data-testid=erase-confirm]").Click();
        page.WaitForAssertion(() => Assert.Equal("reason-empty", Find(page, "error").GetAttribute("data-code")));
        Find(page, "erase-reason").Change("测试甲 wants it");
        Find(page, "erase-confirm").Click();
        page.WaitForAssertion(() => Assert.Equal("reason-personal", Find(page, "error").GetAttribute("data-code")));
        Assert.Equal(PrivacyState.Full, (await session.SeeAsync()).Privacy);
    }

    [Theory]
    [InlineData("en", "(erased)", "erased with the person")]
    [InlineData("zh-CN", "（已删除）", "已随此人数据一并删除")]
    public async Task Once_erased_the_page_shows_so_everywhere(string language, string person, string picture)
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator, language);
        var page = Show(context, session.Id);
        Find(page, "session-erase").Click();
        page.WaitForElement("[data-testid=erase-reason]").Change("Request 17");
        Assert.Empty(page.FindAll("[data-testid=session-privacy]"));
        Find(page, "erase-confirm").Click();
        Assert.Equal("Redacted", page.WaitForElement("[data-testid=session-privacy]").GetAttribute("data-privacy"));
        Assert.Equal(person, Find(page, "session-person").TextContent.Trim());
        Assert.Contains(picture, Find(page, "image-deleted").TextContent, StringComparison.Ordinal);
        Assert.Equal("PersonErased", page.FindAll("[data-testid=timeline-entry]")[^1].GetAttribute("data-kind"));
        Assert.Equal("¥0.80", Find(page, "charge-amount").TextContent);
        Assert.Empty(page.FindAll("img, [data-testid=session-erase], [data-testid=erase-confirm], [data-testid=errors]"));
    }

    [Fact]
    public async Task A_running_session_that_is_erased_shows_no_link_and_its_end()
    {
        await portal.Sandbox.BreakAsync("result/detail", "http500", 1000);
        var (owed, running) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal));
        await owed.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = Show(context, running.Id);
        Assert.NotEmpty(page.FindAll("[data-testid=session-link]"));
        var erasure = portal.Get<PersonErasure>();
        Assert.True((await erasure.EraseAsync(Actor.InRole("lee", "Lee", Role.Administrator), running.Id, "Request 17", null, CancellationToken.None)).Ok);
        page.WaitForAssertion(() => Assert.Equal("Cancelled", Find(page, "status").GetAttribute("data-status")));
        Assert.Empty(page.FindAll("[data-testid=session-link]"));
        Assert.Contains("nothing more is fetched", Find(page, "session-next").TextContent, StringComparison.Ordinal);
        var lost = Show(context, owed.Id).Find("[data-state=Lost]").TextContent;
        Assert.Contains("lee: Request 17", lost, StringComparison.Ordinal);
        Assert.Contains("Ended with the erasure", lost, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_tells_who_is_erased_from_who_is_not_known()
    {
        var (erased, unknown) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal, "1003"));
        var erasure = portal.Get<PersonErasure>();
        await erasure.EraseAsync(Actor.InRole("lee", "Lee", Role.Administrator), erased.Id, "Request 17", null, CancellationToken.None);
        await using var context = new ConsoleContext(portal);
        var list = context.Render<SessionsPage>();
        list.WaitForElement("[data-testid=session-row]");
        Assert.Contains("(erased)", list.Find($"[data-session='{erased.Id}']").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("(erased)", list.Find($"[data-session='{unknown.Id}']").TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<SessionPage> Show(ConsoleContext context, Guid id)
    {
        var page = context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("[data-testid=session-head]");
        return page;
    }

    private static IElement Find(IRenderedComponent<SessionPage> page, string testId) => page.Find($"[data-testid={testId}]");
}
