using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

public sealed class DuplicateTests : IAsyncLifetime
{
    private static readonly Identity Person = new("测试甲", SessionDriver.Number, CertificateType.ResidentIdCard);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_number_that_is_asked_for_already_is_found_however_it_is_typed_and_under_any_name()
    {
        var running = await SessionDriver.CreateAsync(portal);
        Assert.Equal([running.Id], await FindAsync("1001", new NewSession(default) { Identity = Person with { Name = "测试乙", Number = $" {SessionDriver.Number} " } }));
    }

    [Fact]
    public async Task A_reference_that_is_asked_for_already_is_found_once_though_the_number_is_the_same_too()
    {
        var asked = new NewSession(default) { Identity = Person, Reference = "order-7" };
        var made = await portal.Get<SessionService>().CreateAsync(SessionDriver.Operator, asked with { PlanId = await PlanAsync("1001") }, CancellationToken.None);
        Assert.Equal([made.Value.Id], await FindAsync("1001", asked));
        Assert.Equal([made.Value.Id], await FindAsync("1001", new NewSession(default) { Reference = " order-7 " }));
    }

    [Fact]
    public async Task Another_plan_number_reference_or_kind_of_certificate_is_no_duplicate()
    {
        await SessionDriver.CreateAsync(portal);
        Assert.Empty(await FindAsync("1006", new NewSession(default) { Identity = Person }));
        Assert.Empty(await FindAsync("1001", new NewSession(default) { Identity = Person with { Number = "11010119900307002X" } }));
        Assert.Empty(await FindAsync("1001", new NewSession(default) { Identity = Person with { CertificateType = CertificateType.OverseasChinesePassport } }));
        Assert.Empty(await FindAsync("1001", new NewSession(default) { Reference = " " }));
    }

    [Fact]
    public async Task What_has_ended_stands_in_nobodys_way()
    {
        var running = await SessionDriver.CreateAsync(portal);
        await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, running.Id, CancellationToken.None);
        Assert.Empty(await FindAsync("1001", new NewSession(default) { Identity = Person }));
    }

    [Fact]
    public async Task Of_many_the_newest_five_are_told()
    {
        var made = new List<Guid>();
        for (var session = 0; session < 7; session++)
        {
            made.Add((await SessionDriver.CreateAsync(portal)).Id);
            portal.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(made.AsEnumerable().Reverse().Take(5), await FindAsync("1001", new NewSession(default) { Identity = Person }));
    }

    [Fact]
    public async Task Who_may_not_look_for_a_person_does_not_learn_whether_there_is_one()
    {
        await SessionDriver.CreateAsync(portal);
        var blind = new Actor("blind", "blind", new HashSet<Permission> { Permission.CreateSessions, Permission.SeeSessions });
        Assert.Empty(await FindAsync("1001", new NewSession(default) { Identity = Person }, blind));
    }

    private async Task<IEnumerable<Guid>> FindAsync(string plan, NewSession request, Actor? actor = null)
    {
        var found = await portal.Get<DuplicateSearch>().FindAsync(
            actor ?? SessionDriver.Operator, request with { PlanId = await PlanAsync(plan) }, CancellationToken.None);
        return found.Value.Select(duplicate => duplicate.Id);
    }

    private async Task<Guid> PlanAsync(string vendorPlan) =>
        (await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None)).Value.Single(plan => plan.Terms.VendorPlanId == vendorPlan).Id;
}
