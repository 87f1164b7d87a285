using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tencent;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>Who is asked where the best available is wanted, and who instead.</summary>
public sealed class BestVendorTests : IAsyncLifetime
{
    private const string Odd = "A second opinion";

    private static readonly PhotoCheckSettings Priced = new()
    {
        Prices = new Dictionary<PhotoVendor, long> { [PhotoVendor.Juhe] = 9_000, [PhotoVendor.TencentV2] = 7_000, [PhotoVendor.Linkface] = 8_000, [PhotoVendor.TencentLegacy] = 60_000 },
        Orders = new Dictionary<string, IReadOnlyList<PhotoVendor>> { [Odd] = [PhotoVendor.Linkface, PhotoVendor.Juhe] },
    };

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_cheapest_is_asked_first()
    {
        var check = await BestAsync();
        Assert.Equal((PhotoVendor.TencentV2, true, Outcome.Match), (check.Vendor, check.IsBest, check.Outcome));
        Assert.Equal(7_000, Assert.Single(await portal.EntriesAsync()).Amount);
    }

    [Fact]
    public async Task A_purpose_may_have_an_order_of_its_own() => Assert.Equal(PhotoVendor.Linkface, (await BestAsync(Odd)).Vendor);

    [Fact]
    public async Task Whom_the_consent_does_not_name_is_not_asked()
    {
        var check = await portal.CheckAsync(Wanted() with { Consent = new PhotoConsent("1", "Juhe compares my photo.", "en", portal.NowUtc) });
        Assert.Equal(PhotoVendor.Juhe, check.Vendor);
        Assert.Equal("photo-no-vendor", (await portal.TryAsync(Wanted() with { Consent = new PhotoConsent("1", "Somebody compares my photo.", "en", portal.NowUtc) })).Errors[0].Code);
    }

    [Fact]
    public async Task Where_nobody_listens_the_next_is_asked_and_only_its_check_is_charged()
    {
        portal.Wire.Cut("/");
        var check = await BestAsync();
        Assert.Equal((PhotoVendor.Linkface, PhotoCheckState.Answered, Outcome.Match), (check.Vendor, check.State, check.Outcome));
        Assert.Equal((PhotoVendor.TencentV2, "unreachable"), (Assert.Single(check.Tried).Vendor, check.Tried[0].Code));
        Assert.Equal(8_000, Assert.Single(await portal.EntriesAsync()).Amount);
        Assert.Equal((0, 1), (await portal.CarriedOutAsync(PhotoVendor.TencentV2), await portal.CarriedOutAsync(PhotoVendor.Linkface)));
    }

    [Theory]
    [InlineData("reset", PhotoCheckState.EndUnknown)]
    [InlineData("http500", PhotoCheckState.EndUnknown)]
    [InlineData("malformed", PhotoCheckState.EndUnknown)]
    public async Task After_an_end_that_nobody_knows_nobody_else_is_asked(string fault, PhotoCheckState state)
    {
        await portal.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.TencentV2), fault);
        var check = await BestAsync();
        Assert.Equal((PhotoVendor.TencentV2, state, VendorCharged.Unknown), (check.Vendor, check.State, check.Charged));
        Assert.Equal((0, 0), (await portal.CarriedOutAsync(PhotoVendor.Linkface), await portal.CarriedOutAsync(PhotoVendor.Juhe)));
    }

    [Fact]
    public async Task Nor_after_an_answer_however_it_ended()
    {
        var check = await BestAsync(name: "测试RequestLimitExceeded");
        Assert.Equal((PhotoVendor.TencentV2, Outcome.ProviderError, VendorCharged.No), (check.Vendor, check.Outcome, check.Charged));
        Assert.Equal(0, await portal.CarriedOutAsync(PhotoVendor.Linkface));
    }

    [Fact]
    public async Task Where_nobody_at_all_listens_nothing_is_sent_and_nothing_spent()
    {
        await portal.Sandbox.SwitchOffAsync();
        var check = await BestAsync();
        await portal.Sandbox.SwitchOnAsync();
        Assert.Equal((PhotoCheckState.NotSent, "unreachable", VendorCharged.No, null), (check.State, check.Code, check.Charged, check.MayCost));
        Assert.Equal([PhotoVendor.TencentV2, PhotoVendor.Linkface, PhotoVendor.Juhe], check.Tried.Select(tried => tried.Vendor));
        Assert.Equal(PhotoVendor.TencentLegacy, check.Vendor);
    }

    [Fact]
    public async Task A_vendor_that_hung_three_times_is_left_alone_and_ranked_last_until_a_check_after_a_while_is_answered()
    {
        await using var other = await StartAsync(services => services.PostConfigure<TencentOptions>(options => options.CheckTimeout = TimeSpan.FromSeconds(1)));
        await other.Sandbox.BreakAsync(CheckBench.PathOf(PhotoVendor.TencentV2), "timeout", 4);
        for (var failure = 0; failure < 3; failure++)
        {
            Assert.Equal((PhotoVendor.TencentV2, "timed-out"), await AskedAsync(other));
            other.Clock.Advance(failure < 2 ? TimeSpan.FromMinutes(20) : TimeSpan.FromSeconds(1));
        }
        Assert.Equal([(PhotoVendor.Linkface, false), (PhotoVendor.Juhe, false), (PhotoVendor.TencentLegacy, false), (PhotoVendor.TencentV2, true)], await RankedAsync(other));
        Assert.Equal(PhotoVendor.Linkface, (await AskedAsync(other)).Vendor);
        Assert.Equal(PhotoCheckState.NotSent, (await other.CheckAsync(PhotoVendor.TencentV2)).State);
        other.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((PhotoVendor.TencentV2, false), (await RankedAsync(other))[0]);
        Assert.Equal((PhotoVendor.TencentV2, "timed-out"), await AskedAsync(other));
        Assert.Equal(PhotoVendor.Linkface, (await AskedAsync(other)).Vendor);
        other.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((PhotoVendor.TencentV2, "Success"), await AskedAsync(other));
        Assert.Equal((PhotoVendor.TencentV2, false), (await RankedAsync(other))[0]);
    }

    [Fact]
    public async Task An_offer_says_what_a_photo_becomes_at_what_price_and_what_is_missing()
    {
        await using var other = await PortalHarness.StartAsync(also: services => services.PostConfigure<JuheOptions>(options => options.Key = ""));
        var offers = (await other.Get<VendorOffers>().ListAsync(CheckBench.Operator, null, Photos.Of(1600, 1200), default)).Value;
        var juhe = offers.Single(offer => offer.Vendor == PhotoVendor.Juhe);
        Assert.Equal((800, 600, 1600, null, PhotoCheckSettings.UnsetPrice), (juhe.After!.Width, juhe.After.Height, juhe.Before!.Width, juhe.Rank, juhe.Price));
        Assert.Equal(["Vendors:Juhe:Key"], juhe.MissingSettings);
        Assert.Equal([1, 2, 3], offers.Where(offer => offer.CanBeAsked).Select(offer => offer.Rank!.Value).Order());
    }

    private static Task<PortalHarness> StartAsync(Action<IServiceCollection>? also = null) => PortalHarness.StartAsync(also: services =>
    {
        services.AddSingleton(Priced);
        also?.Invoke(services);
    });

    private static async Task<(PhotoVendor Vendor, string? Code)> AskedAsync(PortalHarness other)
    {
        var check = await other.CheckAsync(CheckBench.Wanted(other, "张三"));
        return (check.Vendor, check.Code);
    }

    private static async Task<List<(PhotoVendor, bool)>> RankedAsync(PortalHarness other) =>
        [.. (await other.Get<VendorOffers>().ListAsync(CheckBench.Operator, null, Photos.Of(640, 480), default)).Value
            .OrderBy(offer => offer.Rank).Select(offer => (offer.Vendor, offer.IsResting))];

    private NewPhotoCheck Wanted(string name = "张三") => CheckBench.Wanted(portal, name);

    private Task<PhotoCheck> BestAsync(string purpose = "Opening an account", string name = "张三") => portal.CheckAsync(Wanted(name) with { Purpose = purpose });
}
