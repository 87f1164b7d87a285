using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>No check passes a cap, whatever is under way and whatever ended unknown.</summary>
public sealed class CheckBudgetTests : IAsyncLifetime
{
    private const long Price = PhotoCheckSettings.UnsetPrice;

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_spent_budget_stops_a_check_before_anybody_is_asked()
    {
        await CapAsync(BudgetScope.Everything, Price, BudgetUnit.Money);
        Assert.True((await TryAsync(PhotoVendor.Juhe)).Ok);
        Assert.Equal("check-budget-spent", (await TryAsync(PhotoVendor.Juhe)).Errors[0].Code);
        Assert.Equal(1, await portal.CarriedOutAsync(PhotoVendor.Juhe));
        Assert.Single(await portal.AllAsync<PhotoCheck>());
        Assert.Equal(Price, await UsedAsync());
    }

    [Fact]
    public async Task Several_vendors_need_room_for_all_of_them()
    {
        await CapAsync(BudgetScope.Everything, (2 * Price) - 1, BudgetUnit.Money);
        Assert.False((await TryAsync(PhotoVendor.Juhe, PhotoVendor.TencentV2)).Ok);
        Assert.Empty(await portal.Sandbox.CallsAsync());
        Assert.True((await TryAsync(PhotoVendor.Juhe)).Ok);
    }

    [Fact]
    public async Task What_was_free_gives_its_money_back_and_what_is_unknown_keeps_it()
    {
        await CapAsync(BudgetScope.Everything, Price, BudgetUnit.Money);
        await portal.CheckAsync(PhotoVendor.Juhe, "测试226402");
        Assert.Equal(0, await UsedAsync());
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.Juhe), "reset");
        var check = await portal.CheckAsync(PhotoVendor.Juhe);
        Assert.Equal(Price, await UsedAsync());
        Assert.False((await TryAsync(PhotoVendor.Juhe)).Ok);
        await portal.Get<PhotoChargeDesk>().SettleAsync(CheckBench.Administrator, check.Id, false, "Not on the bill", default);
        Assert.Equal(0, await UsedAsync());
        Assert.True((await TryAsync(PhotoVendor.Juhe)).Ok);
    }

    [Fact]
    public async Task A_person_has_a_cap_of_their_own_over_sessions_and_checks()
    {
        await CapAsync(BudgetScope.EachPerson, Price, BudgetUnit.Money);
        await portal.CheckAsync(PhotoVendor.Linkface);
        Assert.False((await TryAsync(PhotoVendor.Juhe)).Ok);
        Assert.True((await portal.TryAsync(CheckBench.Wanted(portal, "李四", PhotoVendor.Juhe) with
        {
            Person = new("李四", SessionDriver.Number, Core.Subjects.CertificateType.ResidentIdCard),
        })).Ok);
    }

    [Fact]
    public async Task A_check_counts_as_a_launch_unless_it_never_went_out()
    {
        await CapAsync(BudgetScope.Everything, 1, BudgetUnit.Launches);
        portal.Wire.Cut("verifyface/verifyEncry");
        Assert.Equal(PhotoCheckState.NotSent, (await portal.CheckAsync(PhotoVendor.Juhe)).State);
        portal.Wire.Mend();
        Assert.True((await TryAsync(PhotoVendor.Juhe)).Ok);
        Assert.False((await TryAsync(PhotoVendor.Juhe)).Ok);
    }

    [Fact]
    public async Task Of_many_at_once_as_many_get_through_as_there_is_room_for()
    {
        await CapAsync(BudgetScope.Everything, (3 * Price) + 1, BudgetUnit.Money);
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => TryAsync(PhotoVendor.Juhe))));
        Assert.Equal((3, 9), (tries.Count(one => one.Ok), tries.Count(one => !one.Ok)));
        Assert.Equal(3, await portal.CarriedOutAsync(PhotoVendor.Juhe));
    }

    private Task<Core.Data.Result<MadePhotoChecks>> TryAsync(params PhotoVendor[] vendors) => portal.TryAsync(CheckBench.Wanted(portal, "张三", vendors));

    private async Task CapAsync(BudgetScope scope, long most, BudgetUnit unit) =>
        Assert.True((await portal.Get<BudgetDesk>().SetAsync(CheckBench.Administrator, new NewCap(scope, null, BudgetPeriod.Day, most, unit), default)).Ok);

    private async Task<long?> UsedAsync() => (await portal.Get<BudgetDesk>().ListAsync(CheckBench.Administrator, default)).Value[0].Used;
}
