using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class PriceListRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly PriceLine Flat = new(ChargeType.Verify, new DateOnly(2026, 1, 1), null, 1, null, 8_000);

    [Fact]
    public void One_price_for_ever_is_enough() => Assert.Empty(Check(Flat));

    [Fact]
    public void Steps_by_volume_and_by_day_may_follow_one_another() => Assert.Empty(Check(
        Flat with { Until = new DateOnly(2026, 6, 30), UntilUnit = 1_000 },
        Flat with { Until = new DateOnly(2026, 6, 30), FromUnit = 1_001, UnitPrice = 7_000 },
        Flat with { From = new DateOnly(2026, 7, 1), UnitPrice = 6_000 },
        Flat with { Type = ChargeType.Ocr, UnitPrice = 500 }));

    [Fact]
    public void A_gap_between_steps_is_refused() =>
        Refused("price-gap", Check(Flat with { UntilUnit = 1_000 }, Flat with { FromUnit = 1_002 }), ChargeType.Verify, "2026-01-01", 1_001);

    [Fact]
    public void A_gap_between_days_is_refused() => Refused("price-gap", Check(
        Flat with { Until = new DateOnly(2026, 6, 30) }, Flat with { From = new DateOnly(2026, 7, 2) }), ChargeType.Verify, "2026-07-01", 1);

    [Fact]
    public void Prices_that_end_are_refused() =>
        Refused("price-gap", Check(Flat with { Until = new DateOnly(2026, 12, 31) }), ChargeType.Verify, "2027-01-01", 1);

    [Fact]
    public void Prices_that_have_not_begun_are_refused() =>
        Refused("price-gap", Check(Flat with { From = new DateOnly(2026, 3, 11) }), ChargeType.Verify, "2026-03-10", 1);

    [Theory]
    [InlineData("2026-01-01", "2026-03-06", null)]
    [InlineData("2026-01-01", "2026-03-10", "2026-03-06")]
    [InlineData("2026-03-08", "2026-03-10", "2026-03-08")]
    [InlineData("2026-03-08", "2026-03-08", null)]
    public void Days_of_which_charges_may_still_be_told_keep_their_price(string before, string from, string? unpriced)
    {
        var replaced = new PriceListTerms { Name = "x", Lines = [Flat with { From = Day(before) }] };
        var errors = PriceListRules.Check(new PriceListTerms { Name = "x", Lines = [Flat with { From = Day(from) }] }, Today, replaced);
        if (unpriced is null)
            Assert.Empty(errors);
        else
            Refused("price-gap", errors, ChargeType.Verify, unpriced, 1);
    }

    [Fact]
    public void Volumes_that_end_are_refused() =>
        Refused("price-gap", Check(Flat with { UntilUnit = 10 }), ChargeType.Verify, "2026-01-01", 11);

    [Fact]
    public void Two_prices_for_one_call_are_refused() =>
        Refused("price-overlap", Check(Flat with { UntilUnit = 1_000 }, Flat with { FromUnit = 1_000 }), ChargeType.Verify, "2026-01-01", 1_000);

    [Fact]
    public void Two_prices_on_one_day_are_refused() => Refused("price-overlap", Check(
        Flat with { Until = new DateOnly(2026, 7, 1) }, Flat with { From = new DateOnly(2026, 7, 1) }), ChargeType.Verify, "2026-07-01", 1);

    [Theory]
    [InlineData("2026-01-02", "2026-01-01", 1, null, 1, "price-line-days")]
    [InlineData("0001-01-01", null, 1, null, 1, "price-line-days")]
    [InlineData("2026-01-01", null, 0, null, 1, "price-line-units")]
    [InlineData("2026-01-01", null, 2, 1, 1, "price-line-units")]
    [InlineData("2026-01-01", null, 1, int.MaxValue, 1, "price-line-units")]
    [InlineData("2026-01-01", null, 1, null, -1, "price-line-price")]
    [InlineData("2026-01-01", null, 1, null, 10_000_001, "price-line-price")]
    public void A_line_that_means_nothing_is_named(string from, string? until, int fromUnit, int? untilUnit, long price, string code) => Refused(
        code, Check(new PriceLine(ChargeType.Verify, Day(from), until is null ? null : Day(until), fromUnit, untilUnit, price)), 1);

    [Fact]
    public void What_nobody_knows_has_no_price() => Refused("price-line-type", Check(Flat with { Type = ChargeType.Unknown }), 1);

    [Fact]
    public void No_lines_and_no_name_are_refused() => Assert.Equal(["text-required", "price-lines"],
        PriceListRules.Check(new PriceListTerms { Name = " ", Lines = [] }, Today).Select(error => error.Code));

    [Fact]
    public void Free_calls_of_a_type_are_said_once() => Assert.Equal("price-free-units", Assert.Single(PriceListRules.Check(
        new PriceListTerms { Name = "x", Lines = [Flat], Free = [new(ChargeType.Ocr, 1), new(ChargeType.Ocr, 2)] }, Today)).Code);

    private static List<PortalError> Check(params PriceLine[] lines) =>
        PriceListRules.Check(new PriceListTerms { Name = "x", Lines = lines }, Today);

    private static void Refused(string code, List<PortalError> errors, params object[] args)
    {
        var error = Assert.Single(errors);
        Assert.Equal((code, "Lines"), (error.Code, error.Field));
        Assert.Equal(args, error.Args);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
