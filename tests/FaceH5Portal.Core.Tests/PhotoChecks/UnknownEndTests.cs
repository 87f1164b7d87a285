using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Linkface;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tencent;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>What went out and was not heard of: it is told as such, costs what it may, and is never asked again by itself.</summary>
public sealed class UnknownEndTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private PortalHarness portal = null!;

    public static TheoryData<PhotoVendor> Vendors => [.. Enum.GetValues<PhotoVendor>()];

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync(also: services => services
        .PostConfigure<JuheOptions>(options => options.CheckTimeout = Patience)
        .PostConfigure<TencentOptions>(options => options.CheckTimeout = Patience)
        .PostConfigure<LinkfaceOptions>(options => options.CheckTimeout = Patience));

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Vendors))]
    public Task A_vendor_that_does_not_answer_in_time_may_have_charged(PhotoVendor vendor) => IsUnknownAsync(vendor, "timeout", "timed-out");

    [Theory]
    [MemberData(nameof(Vendors))]
    public Task So_may_one_whose_connection_breaks(PhotoVendor vendor) => IsUnknownAsync(vendor, "reset", "connection-broke");

    [Fact]
    public async Task A_kill_between_the_record_and_the_answer_is_an_unknown_end_after_the_next_start()
    {
        var checks = portal.Get<PhotoCheckService>();
        portal.Wire.BeforeHearingOf("verifyface/verifyEncry", async _ =>
        {
            // What the next process finds: the check on record, and nobody who waits for its answer.
            Assert.Equal(PhotoCheckState.Asked, Assert.Single(await portal.AllAsync<PhotoCheck>()).State);
            await portal.Services.GetServices<IOpeningStep>().OfType<DeadChecks>().Single().RunAsync(CancellationToken.None);
            throw new InvalidOperationException("The process dies here.");
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => checks.CheckAsync(CheckBench.Operator, CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe), CancellationToken.None));

        var check = Assert.Single(await portal.AllAsync<PhotoCheck>());
        Assert.Equal((PhotoCheckState.EndUnknown, DeadChecks.Interrupted, VendorCharged.Unknown, RetryWith.Never), (check.State, check.Code, check.Charged, check.RetryWith));
        Assert.Equal(1, await portal.CarriedOutAsync(PhotoVendor.Juhe));
        Assert.Empty(await portal.EntriesAsync());
    }

    [Fact]
    public async Task Somebody_who_has_asked_the_vendor_says_that_it_was_charged_and_it_is_one_entry()
    {
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.Juhe), "reset");
        var check = await portal.CheckAsync(PhotoVendor.Juhe);
        var desk = portal.Get<PhotoChargeDesk>();
        Assert.Equal(PortalError.AccessDenied, CodeOf(await desk.SettleAsync(CheckBench.Operator, check.Id, true, "Seen in the console", default)));
        Assert.Equal("reason-personal", CodeOf(await desk.SettleAsync(CheckBench.Administrator, check.Id, true, $"{CheckBench.Number} is on the bill", default)));
        Assert.True((await desk.SettleAsync(CheckBench.Administrator, check.Id, true, "Seen in the console", default)).Ok);
        Assert.Equal("photo-charge-known", CodeOf(await desk.SettleAsync(CheckBench.Administrator, check.Id, true, "Seen in the console", default)));
        var settled = await portal.CheckOfAsync(check.Id);
        Assert.Equal((VendorCharged.Yes, null, CheckBench.Administrator.Id), (settled.Charged, settled.MayCost, settled.SettledBy));
        Assert.Equal((ChargeType.JuhePhoto, check.Id), (Assert.Single(await portal.EntriesAsync()).Type, (await portal.EntriesAsync())[0].VerifyTokenId));
    }

    [Fact]
    public async Task Or_that_it_was_not_and_nothing_is_spent()
    {
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.Linkface), "reset");
        var check = await portal.CheckAsync(PhotoVendor.Linkface);
        Assert.True((await portal.Get<PhotoChargeDesk>().SettleAsync(CheckBench.Administrator, check.Id, false, "Not in the console", default)).Ok);
        Assert.Equal((VendorCharged.No, null), ((await portal.CheckOfAsync(check.Id)).Charged, (await portal.CheckOfAsync(check.Id)).MayCost));
        Assert.Empty(await portal.EntriesAsync());
    }

    private async Task IsUnknownAsync(PhotoVendor vendor, string fault, string code)
    {
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(vendor), fault);
        var check = await portal.CheckAsync(vendor);
        Assert.Equal((PhotoCheckState.EndUnknown, code, VendorCharged.Unknown, RetryWith.Never), (check.State, check.Code, check.Charged, check.RetryWith));
        Assert.Equal(PhotoCheckSettings.UnsetPrice, check.MayCost);
        Assert.Empty(await portal.EntriesAsync());
        // The vendor did its work; a second call would have been a second charge.
        Assert.Equal(1, await portal.CarriedOutAsync(vendor));
    }

    private static string CodeOf<T>(Result<T> result) => result.Errors[0].Code;
}
