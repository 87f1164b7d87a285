using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>Charges that a look before the launch would have spared.</summary>
public sealed class AvoidableChargeTests : IAsyncLifetime
{
    private static readonly Actor Auditor = Actor.InRole("test-auditor", "Auditor", Role.Auditor);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_charge_that_had_to_be_is_none_of_them()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.Equal(1, (await SumsAsync()).Quantity);
        Assert.Empty((await SumsAsync()).Avoidables);
    }

    [Fact]
    public async Task A_warning_that_was_accepted_and_came_to_a_charge_is_told()
    {
        // The last digit does not fit the others.
        await (await SessionDriver.CreateAsync(portal, number: "110101199003070012")).GoThroughAsync();
        Assert.Equal([(AvoidableCause.IdentityFault, 1)], (await SumsAsync()).Avoidables.Select(sum => (sum.Of, sum.Quantity)));
    }

    [Fact]
    public async Task A_second_session_beside_one_under_way_is_told_and_the_first_is_not()
    {
        var (first, second) = (await SessionDriver.CreateAsync(portal), await LaterAsync());
        portal.Advance(TimeSpan.FromMinutes(1));
        await first.GoThroughAsync();
        Assert.Empty((await SumsAsync()).Avoidables);
        await second.GoThroughAsync();
        Assert.Equal([(AvoidableCause.SecondSession, 1)], (await SumsAsync()).Avoidables.Select(sum => (sum.Of, sum.Quantity)));
        var few = LedgerFilter.OfMonth(LedgerFilter.MonthOf(ChinaDate.Today(portal.Clock))) with { Avoidable = AvoidableCause.SecondSession };
        Assert.Equal([second.Id], (await portal.Get<LedgerQueries>().PageAsync(Auditor, few, null, 10, CancellationToken.None)).Value.Items.Select(entry => entry.SessionId));
        Assert.Equal(1, (await portal.Get<LedgerQueries>().SumsAsync(Auditor, few, CancellationToken.None)).Value.Quantity);
    }

    [Fact]
    public async Task A_session_after_one_that_is_over_is_none_of_them()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        await (await LaterAsync()).GoThroughAsync();
        var cancelled = await LaterAsync();
        Assert.True((await portal.Get<SessionService>().CancelAsync(SessionDriver.Operator, cancelled.Id, CancellationToken.None)).Ok);
        await (await LaterAsync()).GoThroughAsync();
        Assert.Equal((3, 0), ((await SumsAsync()).Quantity, (await SumsAsync()).Avoidables.Count));
    }

    [Fact]
    public async Task What_another_plan_asks_of_the_same_person_is_none_of_them()
    {
        _ = await SessionDriver.CreateAsync(portal, "1007");
        await (await LaterAsync()).GoThroughAsync();
        Assert.Empty((await SumsAsync()).Avoidables);
    }

    [Fact]
    public async Task A_reversal_takes_it_off_what_could_have_been_spared()
    {
        var session = await SessionDriver.CreateAsync(portal, number: "110101199003070012");
        var entry = (await session.GoThroughAsync()).Charges.Single();
        var administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);
        Assert.True((await portal.Get<LedgerDesk>().ReverseAsync(administrator, entry.Id, "the vendor gave it back", CancellationToken.None)).Ok);
        Assert.Equal(0, (await SumsAsync()).Avoidables.Single().Quantity);
    }

    private Task<SessionDriver> LaterAsync()
    {
        portal.Advance(TimeSpan.FromMinutes(1));
        return SessionDriver.CreateAsync(portal);
    }

    private async Task<LedgerSums> SumsAsync() => (await portal.Get<LedgerQueries>().SumsAsync(
        Auditor, LedgerFilter.OfMonth(LedgerFilter.MonthOf(ChinaDate.Today(portal.Clock))), CancellationToken.None)).Value;
}
