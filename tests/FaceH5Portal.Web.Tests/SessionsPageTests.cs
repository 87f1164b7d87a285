using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Web.Tests;

public sealed class SessionsPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_person_is_found_by_name_and_stands_in_no_address()
    {
        var (one, _) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal, name: "测试乙"));
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Find(page, "filter-name").Change("测试甲");
        page.Find("[data-testid=filters]").Submit();
        page.WaitForAssertion(() => Assert.Equal([one.Id.ToString()], Rows(page)));
        Assert.Equal("测试甲", Find(page, "filter-name").GetAttribute("value"));
        var address = context.Services.GetRequiredService<NavigationManager>().Uri;
        Assert.DoesNotContain("测试", Uri.UnescapeDataString(address), StringComparison.Ordinal);
        Assert.Matches(@"\?who=[0-9a-f]{16}$", address);
    }

    [Fact]
    public async Task A_search_of_another_visit_shows_nobody_and_says_why()
    {
        await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, "?who=0123456789abcdef");
        Assert.NotNull(Find(page, "sessions-forgotten"));
        Assert.Empty(Rows(page));
    }

    [Fact]
    public async Task Filters_are_read_from_the_address_and_written_to_it()
    {
        await SessionDriver.CreateAsync(portal);
        var other = await SessionDriver.CreateAsync(portal, "1003");
        await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, other.Id, CancellationToken.None);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, "?status=Cancelled&sort=Expiry&order=asc");
        Assert.Equal([other.Id.ToString()], Rows(page));
        Assert.Equal("Cancelled", Find(page, "filter-status").GetAttribute("value"));
        Assert.Equal("ascending", page.Find("th:has([data-sort=Expiry])").GetAttribute("aria-sort"));
        Find(page, "filter-status").Change("Passed");
        page.Find("[data-testid=filters]").Submit();
        page.WaitForAssertion(() => Assert.NotNull(Find(page, "sessions-none")));
        Assert.EndsWith("/sessions?status=Passed&sort=Expiry&order=asc", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_and_change_while_one_looks()
    {
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.NotNull(Find(page, "sessions-empty"));
        var session = await SessionDriver.CreateAsync(portal);
        page.WaitForAssertion(() => Assert.Equal([session.Id.ToString()], Rows(page)));
        await session.GoThroughAsync();
        page.WaitForAssertion(() => Assert.Equal("Passed", Find(page, "status").GetAttribute("data-status")));
        Assert.Equal(2, page.FindAll("[data-testid=window-bar] progress").Count);
    }

    [Fact]
    public async Task Chosen_sessions_are_cancelled_together_after_a_question()
    {
        var sessions = new[] { await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal) };
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find($"[data-session='{sessions[0].Id}'] [data-testid=session-choose]").Change(true);
        page.Find($"[data-session='{sessions[2].Id}'] [data-testid=session-choose]").Change(true);
        Find(page, "sessions-cancel").Click();
        Assert.Equal(SessionStatus.AwaitingUser, await sessions[0].StatusAsync());
        Find(page, "sessions-cancel-confirm").Click();
        page.WaitForAssertion(() => Assert.Equal("2 cancelled, 0 not.", Find(page, "sessions-cancelled").TextContent));
        Assert.Equal([SessionStatus.Cancelled, SessionStatus.AwaitingUser, SessionStatus.Cancelled],
            new[] { await sessions[0].StatusAsync(), await sessions[1].StatusAsync(), await sessions[2].StatusAsync() });
    }

    [Fact]
    public async Task Chosen_sessions_get_new_links_together_and_no_others()
    {
        var (chosen, other) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal));
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        page.Find($"[data-session='{chosen.Id}'] [data-testid=session-choose]").Change(true);
        Find(page, "sessions-renew").Click();
        page.WaitForAssertion(() => Assert.Equal("1 new links were made, 0 could not be.", Find(page, "sessions-cancelled").TextContent));
        Assert.NotEqual(chosen.Link, (await chosen.SeeAsync()).Link);
        Assert.Equal(other.Link, (await other.SeeAsync()).Link);
    }

    [Fact]
    public async Task What_is_over_is_archived_out_of_the_list_and_brought_back_from_the_archive()
    {
        var (over, open) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal));
        await over.GoThroughAsync();
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        foreach (var session in new[] { over, open })
            page.Find($"[data-session='{session.Id}'] [data-testid=session-choose]").Change(true);
        Assert.Contains("(1)", Find(page, "sessions-archive").TextContent, StringComparison.Ordinal);
        Find(page, "sessions-archive").Click();
        page.WaitForAssertion(() => Assert.Equal([open.Id.ToString()], Rows(page)));
        Assert.Equal("1 archived, 0 not. Nothing was deleted.", Find(page, "sessions-cancelled").TextContent);

        await using var other = new ConsoleContext(portal);
        var archive = Show(other, "?archive=Only");
        Assert.Equal([over.Id.ToString()], Rows(archive));
        archive.Find("[data-testid=session-choose]").Change(true);
        Find(archive, "sessions-unarchive").Click();
        archive.WaitForAssertion(() => Assert.Empty(Rows(archive)));
        Assert.Null((await over.SeeAsync()).ArchivedAtUtc);
    }

    [Fact]
    public async Task A_view_is_saved_opened_and_removed()
    {
        await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, "?status=AwaitingUser");
        Find(page, "view-name").Change("Waiting");
        page.Find(".views form").Submit();
        page.WaitForAssertion(() => Assert.Equal("/sessions?status=AwaitingUser", Find(page, "view-open").GetAttribute("href")));
        Find(page, "view-remove").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=view-open]")));
    }

    [Theory]
    [InlineData(Role.Reviewer, "filter-charged", "filter-name")]
    [InlineData(Role.Auditor, "filter-name", "filter-charged")]
    public async Task A_role_is_offered_only_what_it_may_search_by(Role role, string hidden, string offered)
    {
        await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal, role);
        var page = Show(context);
        await page.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        Assert.Empty(page.FindAll($"[data-testid={hidden}]"));
        Assert.NotNull(Find(page, offered));
        Assert.Empty(page.FindAll("[data-testid=session-choose]"));
    }

    [Fact]
    public async Task What_few_search_by_is_made_when_it_is_opened_or_already_in_use()
    {
        await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.Empty(page.FindAll("[data-testid=filter-harvest]"));
        await page.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        Assert.NotNull(Find(page, "filter-harvest"));
        Assert.NotNull(Find(Show(context, "?harvest=NotDue"), "filter-harvest"));
    }

    [Fact]
    public async Task The_vendors_windows_shrink_while_one_looks()
    {
        await (await SessionDriver.CreateAsync(portal)).StartAsync();
        var clock = new FakeTimeProvider(portal.Clock.GetUtcNow());
        await using var context = new ConsoleContext(portal);
        context.Services.AddSingleton<TimeProvider>(clock);
        var page = Show(context);
        Assert.Equal("1", page.Find("[data-testid=window-bar] progress").GetAttribute("value"));
        clock.Advance(TimeSpan.FromMinutes(30));
        page.WaitForAssertion(() => Assert.Equal("0.75", page.Find("[data-testid=window-bar] progress").GetAttribute("value")));
    }

    [Fact]
    public async Task A_page_opens_in_at_most_six_renderings()
    {
        await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context);
        Assert.InRange(page.RenderCount, 1, 6);
    }

    private static IRenderedComponent<SessionsPage> Show(ConsoleContext context, string query = "")
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/sessions{query}");
        var page = context.Render<SessionsPage>();
        page.WaitForElement("[data-testid=filters]");
        return page;
    }

    private static IElement Find(IRenderedComponent<SessionsPage> page, string testId) => page.Find($"[data-testid={testId}]");

    private static IEnumerable<string?> Rows(IRenderedComponent<SessionsPage> page) =>
        page.FindAll("[data-testid=session-row]").Select(row => row.GetAttribute("data-session"));
}
