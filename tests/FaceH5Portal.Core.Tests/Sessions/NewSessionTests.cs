using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class NewSessionTests : IAsyncLifetime
{
    private static readonly Identity Person = new("测试甲", SessionDriver.Number, CertificateType.ResidentIdCard);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once()
    {
        var refused = await CreateAsync("1001", request => request with
        {
            Reference = new string('x', SessionRules.LongestReference + 1),
            Identity = new Identity(" ", "", CertificateType.ResidentIdCard),
        });
        Assert.Equal(["text-too-long", "name-empty", "number-empty"], refused.Errors.Select(error => error.Code));
        Assert.Equal("photo-missing", Assert.Single((await CreateAsync("1004", request => request with { MatchPhoto = [] })).Errors).Code);
        var noPlan = await portal.Get<SessionService>().CreateAsync(SessionDriver.Operator, new NewSession(Guid.Empty), CancellationToken.None);
        Assert.Equal("plan-unknown", Assert.Single(noPlan.Errors).Code);
    }

    [Fact]
    public async Task A_wrong_check_digit_stops_until_a_person_has_seen_it()
    {
        var doubtful = Person with { Number = "11010119900307001X" };
        Assert.Equal("number-check-digit", Assert.Single((await CreateAsync("1001", r => r with { Identity = doubtful })).Errors).Code);
        Assert.True((await CreateAsync("1001", r => r with { Identity = doubtful, AcceptCheckDigit = true })).Ok);
    }

    [Fact]
    public async Task What_the_plan_does_not_need_is_not_kept()
    {
        var created = await CreateAsync("1003", request => request with { Identity = Person, MatchPhoto = Photos.Of(64, 64) });
        var seen = (await portal.Get<SessionQueries>().GetAsync(SessionDriver.Operator, created.Value.Id, CancellationToken.None)).Value;
        Assert.Null(seen.Row.MaskedName);
        Assert.Null(seen.MaskedNumber);
        Assert.Empty(seen.Evidence);
    }

    [Fact]
    public async Task A_running_session_keeps_the_plan_as_it_was()
    {
        var created = await CreateAsync("1001", request => request with { Identity = Person });
        var admin = Actor.InRole("test-admin", "Administrator", Role.Administrator);
        var plan = await PlanAsync("1001");
        await portal.Get<PlanService>().ChangeAsync(admin, plan.Id, plan.Version, plan.Terms with { ComparisonPrice = 99 }, CancellationToken.None);
        var seen = (await portal.Get<SessionQueries>().GetAsync(admin, created.Value.Id, CancellationToken.None)).Value;
        Assert.Equal(8_000, seen.Terms.ComparisonPrice);
    }

    private async Task<Result<CreatedSession>> CreateAsync(string plan, Func<NewSession, NewSession> fill) =>
        await portal.Get<SessionService>().CreateAsync(SessionDriver.Operator, fill(new NewSession((await PlanAsync(plan)).Id)), CancellationToken.None);

    private async Task<Plan> PlanAsync(string vendorPlanId) =>
        (await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None)).Value.Single(p => p.Terms.VendorPlanId == vendorPlanId);
}
