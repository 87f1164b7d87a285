using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Web.Tests;

/// <summary>Somebody who would rather not show their face is seen by an operator.</summary>
public sealed class OtherWayPanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_wish_is_shown_and_how_to_reach_them_only_after_a_click_that_is_recorded()
    {
        var session = await AskedAsync("010-00000000");
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        Assert.DoesNotContain("010-00000000", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, await LooksAsync());
        await page.Find("form:has([data-testid=other-way-show])").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("010-00000000", Find(page, "other-way-told").TextContent));
        Assert.Equal(1, await LooksAsync());
    }

    [Fact]
    public async Task Who_left_no_contact_is_said_to_have_left_none()
    {
        var session = await AskedAsync(contact: null);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        await page.Find("form:has([data-testid=other-way-show])").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(TextResources.English["Session.OtherWay.Nothing"], Find(page, "other-way-told").TextContent));
    }

    [Fact]
    public async Task A_role_that_may_not_see_personal_data_sees_the_wish_and_is_told_which_permission_it_lacks()
    {
        var session = await AskedAsync("010-00000000");
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context, session.Id);
        await page.Find("form:has([data-testid=other-way-show])").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("see names and numbers", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("010-00000000", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wish_appears_on_a_page_that_is_open_already()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await using var context = new ConsoleContext(portal);
        var page = Show(context, session.Id);
        Assert.Empty(page.FindAll("[data-testid=other-way]"));
        await portal.Get<WayOut>().AskOtherWayAsync(session.Id, null, CancellationToken.None);
        page.WaitForElement("[data-testid=other-way]");
    }

    private async Task<SessionDriver> AskedAsync(string? contact)
    {
        var session = await SessionDriver.CreateAsync(portal);
        await portal.Get<WayOut>().AskOtherWayAsync(session.Id, contact, CancellationToken.None);
        return session;
    }

    private async Task<int> LooksAsync()
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().CountAsync(entry => entry.Action == AuditAction.PersonalDataSeen);
    }

    private static IRenderedComponent<SessionPage> Show(ConsoleContext context, Guid id)
    {
        var page = context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("[data-testid=session-head]");
        return page;
    }

    private static IElement Find(IRenderedComponent<SessionPage> page, string testId) => page.Find($"[data-testid={testId}]");
}
