using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class VendorChargesTests
{
    private static readonly VendorAttempt Free = new() { Order = 1, Passed = false, Code = "222356", Message = "" };

    [Theory]
    [InlineData("verify", ChargeType.Verify)]
    [InlineData("MATCH", ChargeType.Match)]
    [InlineData("live", ChargeType.Live)]
    [InlineData(null, ChargeType.Unknown)]
    public void The_vendors_word_names_the_type(string? word, ChargeType type) =>
        Assert.Equal(type, Assert.Single(Of(Free with { IsCharged = true, ChargeType = word })).Type);

    [Fact]
    public void A_free_attempt_costs_nothing() => Assert.Empty(Of(Free));

    [Fact]
    public void A_card_read_and_a_comparison_are_two_charges_of_one_attempt() => Assert.Equal(
        [(1, ChargeType.Verify), (1, ChargeType.Ocr)],
        Of(Free with { IsCharged = true, ChargeType = "verify", IsOcrCharged = true }).Select(charge => (charge.Order, charge.Type)));

    [Fact]
    public void Totals_that_the_attempts_explain_add_nothing() =>
        Assert.Single(VendorCharges.Of(new VerificationRecord(1, 0, 1, 0, 0, [Free with { IsCharged = true, ChargeType = "match" }])));

    [Fact]
    public void A_charge_without_its_own_time_has_the_attempts()
    {
        var verified = new DateTime(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc);
        var charge = Assert.Single(Of(Free with { IsCharged = true, ChargeType = "verify", VerifiedAtUtc = verified }));
        Assert.Equal(verified, charge.ChargedAtUtc);
    }

    private static IReadOnlyList<Charge> Of(VendorAttempt attempt) => VendorCharges.Of(new VerificationRecord(1, 0, 0, 0, 0, [attempt]));
}
