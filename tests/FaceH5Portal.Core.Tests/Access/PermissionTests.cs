using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Access;

public sealed class PermissionTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Every_service_names_the_permission_that_is_missing()
    {
        var none = CancellationToken.None;
        var nobody = Actor.Anonymous;
        var terms = SandboxPlans.All[0];
        Denied(Permission.CreateSessions, await portal.Get<SessionService>().CreateAsync(nobody, new NewSession(Guid.Empty), none));
        Denied(Permission.CancelSessions, await portal.Get<SessionService>().CancelAsync(nobody, Guid.Empty, none));
        Denied(Permission.SeeSessions, await portal.Get<SessionSearch>().FindAsync(nobody, new SessionFilter { Limit = 1 }, none));
        Denied(Permission.SeeSessions, await portal.Get<SessionQueries>().GetAsync(nobody, Guid.Empty, none));
        Denied(Permission.AuditCharges, await portal.Get<SessionQueries>().RecentResultsAsync(nobody, none));
        Denied(Permission.AuditCharges, await portal.Get<LedgerQueries>().SumsAsync(nobody, LedgerFilter.OfMonth(default), none));
        Denied(Permission.SeeSessions, await portal.Get<PlanService>().ListAsync(nobody, none));
        Denied(Permission.SeeSessions, await portal.Get<PlanService>().GetAsync(nobody, Guid.Empty, none));
        Denied(Permission.ManagePlans, await portal.Get<PlanService>().CreateAsync(nobody, terms, none));
        Denied(Permission.ManagePlans, await portal.Get<PlanService>().ChangeAsync(nobody, Guid.Empty, 1, terms, none));
        Denied(Permission.EraseSubjects, await portal.Get<SubjectErasure>().EraseAsync(nobody, Guid.Empty, "", none));
        Denied(Permission.EraseSubjects, await portal.Get<PersonErasure>().EraseAsync(nobody, Guid.Empty, "", null, none));
        Denied(Permission.EraseSubjects, await portal.Get<PersonErasure>().ScopeAsync(nobody, Guid.Empty, none));
        Denied(Permission.SeeImages, await portal.Get<PictureViewer>().OpenAsync(nobody, Guid.Empty, none));
    }

    [Fact]
    public async Task Who_may_not_see_money_sees_the_session_without_it()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var reviewer = Actor.InRole("test-reviewer", "Reviewer", Role.Reviewer);
        var seen = (await portal.Get<SessionQueries>().GetAsync(reviewer, session.Id, CancellationToken.None)).Value;
        Assert.Empty(seen.Charges);
        Assert.Null(seen.Link);
        Assert.Single(seen.Attempts);
    }

    [Theory]
    [InlineData(Role.Operator, Permission.AuditCharges, false)]
    [InlineData(Role.Operator, Permission.ManagePlans, false)]
    [InlineData(Role.Operator, Permission.Decide, false)]
    [InlineData(Role.Reviewer, Permission.Decide, true)]
    [InlineData(Role.Reviewer, Permission.SeeMoney, false)]
    [InlineData(Role.Auditor, Permission.AuditCharges, true)]
    [InlineData(Role.Auditor, Permission.SeeImages, false)]
    [InlineData(Role.Auditor, Permission.SeePersonalData, false)]
    [InlineData(Role.Administrator, Permission.ManagePlans, true)]
    [InlineData(Role.Operator, Permission.EraseSubjects, false)]
    [InlineData(Role.Reviewer, Permission.EraseSubjects, false)]
    [InlineData(Role.Auditor, Permission.EraseSubjects, false)]
    [InlineData(Role.Administrator, Permission.EraseSubjects, true)]
    public void A_role_may_what_its_work_needs(Role role, Permission permission, bool allowed) =>
        Assert.Equal(allowed, Actor.InRole("x", "x", role).May(permission));

    private static void Denied<T>(Permission permission, Result<T> answer)
    {
        var error = Assert.Single(answer.Errors);
        Assert.Equal((PortalError.AccessDenied, permission), (error.Code, (Permission)error.Args[0]));
    }
}
