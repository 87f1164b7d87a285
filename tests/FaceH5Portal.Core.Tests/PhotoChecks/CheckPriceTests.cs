using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>A check costs what its vendor's price says on the day, by volume where a price list has it so.</summary>
public sealed class CheckPriceTests
{
    private static readonly Guid ListId = new("0195a000-0000-7000-8000-000000000018");

    [Fact]
    public async Task The_third_check_of_a_month_is_on_the_next_step_and_another_vendor_on_its_own()
    {
        await using var portal = await PortalHarness.StartAsync(also: services => services.AddSingleton(new PhotoCheckSettings { PriceListId = ListId }));
        await AddListAsync(portal,
            new PriceLine(ChargeType.JuhePhoto, new DateOnly(2026, 1, 1), null, 1, 2, 9_000),
            new PriceLine(ChargeType.JuhePhoto, new DateOnly(2026, 1, 1), null, 3, null, 6_500),
            new PriceLine(ChargeType.LinkfacePhoto, new DateOnly(2026, 1, 1), null, 1, null, 4_000));
        foreach (var vendor in new[] { PhotoVendor.Juhe, PhotoVendor.Juhe, PhotoVendor.Linkface, PhotoVendor.Juhe })
        {
            await portal.CheckAsync(vendor);
            portal.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal([9_000L, 9_000, 4_000, 6_500], (await portal.EntriesAsync()).OrderBy(entry => entry.ChargedAtUtc).Select(entry => entry.Amount));
    }

    [Fact]
    public async Task A_price_of_the_settings_is_copied_and_does_not_move_what_was_charged()
    {
        await using var portal = await PortalHarness.StartAsync(also: services => services.AddSingleton(new PhotoCheckSettings
        {
            Prices = new Dictionary<PhotoVendor, long> { [PhotoVendor.TencentV2] = 8_500 },
        }));
        await portal.CheckAsync(PhotoVendor.TencentV2);
        var entry = Assert.Single(await portal.EntriesAsync());
        Assert.Equal((8_500, 8_500), (entry.UnitPrice, entry.Amount));
    }

    private static Task<Result<Guid>> AddListAsync(PortalHarness portal, params PriceLine[] lines) => portal.Get<PortalStore>().WriteAsync<Guid>(write =>
    {
        write.Set<PriceList>().Add(new PriceList
        {
            Id = ListId,
            Terms = new PriceListTerms { Name = "Photo vendors", Lines = lines },
            CreatedAtUtc = portal.NowUtc,
            ChangedAtUtc = portal.NowUtc,
            Version = 1,
        });
        return Task.FromResult<Result<Guid>>(ListId);
    }, CancellationToken.None);
}
