using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class LedgerTests
{
    [Fact]
    public void Totals_beyond_the_attempts_become_one_entry_of_order_zero()
    {
        var charges = VendorCharges.Of(new VerificationRecord(1, 3, 0, 2, 0, [Charged(1, "verify")]));
        Assert.Equal([(1, ChargeType.Verify, 1), (0, ChargeType.Verify, 1), (0, ChargeType.Ocr, 3)],
            charges.Select(charge => (charge.Order, charge.Type, charge.Quantity)));
    }

    [Fact]
    public void While_more_may_come_a_total_is_no_charge_of_its_own()
    {
        Assert.Empty(VendorCharges.Of(new VerificationRecord(1, 0, 0, 1, 0, []), complete: false));
        Assert.Single(VendorCharges.Of(new VerificationRecord(1, 0, 0, 1, 0, [])));
    }

    [Theory]
    [InlineData(1, 0, ChargeType.Verify)]
    [InlineData(0, 1, ChargeType.Match)]
    [InlineData(0, 0, ChargeType.Unknown)]
    public void A_charge_without_a_word_for_it_is_told_by_the_totals(int verify, int match, ChargeType expected) =>
        Assert.Equal(expected, Assert.Single(VendorCharges.Of(new VerificationRecord(1, 0, match, verify, 0, [Charged(1, "")]))).Type);

    [Fact]
    public void A_price_that_nobody_could_mean_breaks_nothing() => Assert.True(Money.FromYuan(decimal.MaxValue) > 10_000_000);

    [Fact]
    public void A_type_nobody_knows_is_kept_with_its_own_word()
    {
        var charge = Assert.Single(VendorCharges.Of(new VerificationRecord(1, 0, 0, 0, 0, [Charged(1, "iris")])));
        Assert.Equal((ChargeType.Unknown, "iris"), (charge.Type, charge.RawType));
    }

    [Fact]
    public async Task The_same_charge_told_again_is_the_same_entry()
    {
        await using var portal = await PortalHarness.StartAsync();
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var store = portal.Get<PortalStore>();
        var posted = await store.WriteAsync<int>(async write =>
        {
            var entry = await write.Set<LedgerEntry>().AsNoTracking().SingleAsync();
            var again = new Charge(entry.Order, entry.Type, entry.RawType, 1, entry.ChargedAtUtc);
            await portal.Get<LedgerBook>().PostAsync(write, new ChargeOwner(entry.SessionId, entry.VerifyTokenId, entry.PlanId, null, new Tariff(null, 9, 9)),
                [again, again], CancellationToken.None);
            return 0;
        }, CancellationToken.None);
        Assert.True(posted.Ok);
        Assert.Equal(8_000, Assert.Single((await session.SeeAsync()).Charges).Amount);
    }

    [Theory]
    [InlineData(8_000, "0.80")]
    [InlineData(12_345, "1.2345")]
    [InlineData(0, "0.00")]
    public void Money_is_whole_numbers_until_it_is_read(long amount, string text)
    {
        Assert.Equal(text, Money.Text(amount));
        Assert.Equal(amount, Money.FromYuan(Money.ToYuan(amount)));
    }

    private static VendorAttempt Charged(int order, string type) => new()
    {
        Order = order,
        Passed = true,
        Code = "0",
        Message = "",
        IsCharged = true,
        ChargeType = type,
    };
}
