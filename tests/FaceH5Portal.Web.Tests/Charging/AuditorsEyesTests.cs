using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using FaceH5Portal.Web.Pages.Operator;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Tests.Charging;

/// <summary>Money and people have permissions of their own: who audits the charges is shown nobody.</summary>
public sealed class AuditorsEyesTests : IAsyncLifetime
{
    private const string Name = "测试222356";

    private PortalHarness portal = null!;
    private SessionDriver session = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        await portal.Sandbox.ControlAsync("profile", new { charges = "free_as_charged" });
        session = await SessionDriver.CreateAsync(portal, name: Name);
        await session.GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task No_page_shows_an_auditor_a_name_or_a_number()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        See<ChargesPage>(context, "charge");
        See<ReconciliationPage>(context, "discrepancy");
        See<MonthsPage>(context, "month");
        See<StatementPage>(context, "statement-sum", parameters => parameters.Add(page => page.Month, "2026-03"));
        See<ResultsPage>(context, "result-row");
        See<SessionsPage>(context, "session-row");
        See<SessionPage>(context, "books", parameters => parameters.Add(page => page.Id, session.Id));
    }

    [Fact]
    public async Task A_reason_opens_an_auditor_no_identity()
    {
        var auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);
        var masked = (await portal.Get<IdentityComparison>().CompareAsync(auditor, session.Id, CancellationToken.None)).Value;
        Assert.True(masked.IsMasked);
        Assert.DoesNotContain(masked.Fields, field => field.Submitted is Name or SessionDriver.Number);
        Assert.Equal("access-denied", (await portal.Get<RevealDesk>().IdentityAsync(auditor, session.Id, RevealReason.ChargeDispute, CancellationToken.None)).Errors[0].Code);
    }

    [Fact]
    public async Task Who_sees_people_and_no_money_is_refused_the_discrepancies()
    {
        var reviewer = Actor.InRole("test-reviewer", "Reviewer", Role.Reviewer);
        Assert.Equal("access-denied", (await portal.Get<DiscrepancyQueries>().PageAsync(reviewer, null, null, 1, CancellationToken.None)).Errors[0].Code);
    }

    private static void See<TPage>(ConsoleContext context, string shows, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null) where TPage : IComponent
    {
        var page = context.Render(parameters ?? (_ => { }));
        page.WaitForElement($"[data-testid={shows}]");
        Assert.DoesNotContain(Name, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(SessionDriver.Number, page.Markup, StringComparison.Ordinal);
    }
}
