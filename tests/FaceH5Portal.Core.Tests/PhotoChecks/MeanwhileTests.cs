using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Asking;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>What happens to a session between the look at it and the record of a check in its place: making a photo fit takes a while.</summary>
public sealed class MeanwhileTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Of_two_who_name_a_sessions_person_at_once_the_slower_is_refused_and_nobody_is_asked_about_another()
    {
        var id = await UnknownPersonAsync();
        var (first, second) = (Wanted(id, "张三"), Wanted(id, "李四"));
        var (firstFound, secondFound) = (await FindAsync(first), await FindAsync(second));
        Assert.True((await AddAsync(first, firstFound)).Ok);
        var refused = Assert.Single((await AddAsync(second, secondFound)).Errors);
        Assert.Equal(("person-known", "Person"), (refused.Code, refused.Field));
        Assert.Single(await portal.AllAsync<PhotoCheck>());
    }

    [Fact]
    public async Task Of_two_who_name_the_same_both_are_right()
    {
        var id = await UnknownPersonAsync();
        var wanted = Wanted(id, "张三");
        var (first, second) = (await FindAsync(wanted), await FindAsync(wanted));
        Assert.True((await AddAsync(wanted, first)).Ok);
        Assert.True((await AddAsync(wanted, second)).Ok);
    }

    [Fact]
    public async Task Who_passes_meanwhile_is_not_checked_by_a_photo_any_more()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var wanted = Wanted(session.Id, null);
        var found = await FindAsync(wanted);
        await session.GoThroughAsync();
        Assert.Equal("instead-refused", Assert.Single((await AddAsync(wanted, found)).Errors).Code);
        Assert.Empty(await portal.AllAsync<PhotoCheck>());
    }

    private async Task<Guid> UnknownPersonAsync()
    {
        var plans = await portal.Get<PlanService>().ListAsync(CheckBench.Operator, default);
        var plan = plans.Value.First(one => one.Terms.TakesIdentityOnPage);
        return (await portal.Get<SessionService>().CreateAsync(CheckBench.Operator, new NewSession(plan.Id), default)).Value.Id;
    }

    private NewPhotoCheck Wanted(Guid id, string? name)
    {
        var wanted = CheckBench.Wanted(portal, name ?? "", PhotoVendor.Juhe);
        return wanted with { Person = name is null ? null : wanted.Person, SessionId = id, Instead = InsteadCause.NoCamera };
    }

    private async Task<CheckedPerson> FindAsync(NewPhotoCheck wanted) => (await portal.Get<CheckedPeople>().FindAsync(wanted, default)).Value;

    private async Task<Result<IReadOnlyList<Guid>>> AddAsync(NewPhotoCheck wanted, CheckedPerson found) =>
        await portal.Get<CheckMaker>().AddAsync(CheckBench.Operator, wanted, found, (await portal.Get<CheckPlanner>().PlanAsync(wanted, default)).Value, default);
}
