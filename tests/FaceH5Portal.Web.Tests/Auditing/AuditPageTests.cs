using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Auditing;

public sealed class AuditPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private SessionDriver session = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Who_did_what_is_told_in_words_and_leads_to_the_session()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<AuditPage>();
        page.WaitForElement("[data-testid=audit-entry][data-action=VerdictRecorded]");
        Assert.Contains("Verdict stored", page.Find("[data-action=VerdictRecorded]").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/sessions/{session.Id}", page.Find("[data-action=VerdictRecorded] [data-testid=audit-session]").GetAttribute("href"));
    }

    [Fact]
    public async Task It_is_narrowed_by_action_and_by_the_id_of_a_session_alone()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<AuditPage>();
        page.WaitForElement("[data-testid=audit-action]").Change((int)AuditAction.TokenMinted);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=audit-entry]")));
        page.Find("[data-testid=audit-target]").Change(Guid.Empty.ToString());
        page.WaitForElement("[data-testid=audit-empty]");
        page.Find("[data-testid=audit-target]").Change(session.Id.ToString());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=audit-entry]")));
        Assert.Contains("target=", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rewritten_is_told_with_its_place()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<AuditPage>();
        page.WaitForElement("[data-testid=audit-verify]").Click();
        page.WaitForElement("[data-testid=audit-verdict][data-holds=true]");
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET ActorId = 'somebody' WHERE Sequence = 2");
        page.Find("[data-testid=audit-verify]").Click();
        page.WaitForElement("[data-testid=audit-verdict][data-holds=false]");
        Assert.StartsWith("2: ", page.Find("[data-testid=audit-finding]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Reviewer)]
    public async Task Who_may_not_read_it_is_told_so(Role role)
    {
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<AuditPage>();
        page.WaitForAssertion(() => Assert.Equal("access-denied", page.Find("[data-testid=error]").GetAttribute("data-code")));
        Assert.Empty(page.FindAll("[data-testid=audit-table], [data-testid=audit-verify]"));
    }
}
