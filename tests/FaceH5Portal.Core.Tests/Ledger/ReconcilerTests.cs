using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Tests.Ledger;

public sealed class ReconcilerTests
{
    private static readonly AttemptCharge Passed = new(1, "0", true, ChargeType.Verify, true, ChargeType.Verify, false, null);
    private static readonly AttemptCharge Free = new(1, "222356", false, ChargeType.Verify, false, ChargeType.Unknown, false, null);

    [Fact]
    public void Three_books_that_agree_match() => Judged(ReconciliationState.Matched, Told([Passed], verify: 1));

    [Fact]
    public void Nothing_is_judged_while_more_may_come() => Judged(ReconciliationState.Open, Told([Passed], verify: 7) with { IsFinal = false });

    [Fact]
    public void Without_statistics_it_stays_open() => Judged(ReconciliationState.Open, Told([Passed], verify: 1) with { Statistics = null });

    [Fact]
    public void Statistics_that_are_lost_prove_nothing() => Judged(ReconciliationState.Unprovable,
        Told([Passed], verify: 1) with { Statistics = null, StatisticsAreLost = true }, FindingCode.StatisticsLost);

    [Fact]
    public void A_record_that_is_lost_proves_nothing() =>
        Judged(ReconciliationState.Unprovable, new AccountFacts { IsFinal = true, RecordIsLost = true }, FindingCode.RecordLost);

    [Fact]
    public void A_free_failure_that_is_charged_is_the_vendors_alone() => Judged(ReconciliationState.VendorOnly,
        Told([Free with { Told = true, ToldType = ChargeType.Verify }], verify: 1) with { Statistics = Counted(("Verify_FIN", "222356", 1), ("verify", "222356", 1)) }, FindingCode.ChargedThoughFree);

    [Fact]
    public void Another_type_than_the_plans_is_the_vendors_alone() => Judged(ReconciliationState.VendorOnly,
        Told([Passed with { ToldType = ChargeType.Live }], live: 1) with { Statistics = Counted(("Verify_FIN", "0", 1)) }, FindingCode.ChargedAsOtherType);

    [Fact]
    public void A_comparison_that_is_not_charged_is_ours_alone() => Judged(ReconciliationState.LedgerOnly,
        Told([Passed with { Told = false }]) with { Statistics = Counted(("Verify_FIN", "0", 1), ("verify", "", 0)) }, FindingCode.NotCharged);

    [Fact]
    public void What_an_earlier_record_told_and_the_last_does_not_is_ours_alone() => Judged(ReconciliationState.LedgerOnly,
        Told([Passed with { Expected = null, Told = false }]) with { Posted = [new PostedCharge(1, ChargeType.Verify)], Statistics = Counted(("Verify_FIN", "0", 1)) }, FindingCode.NoLongerTold);

    [Fact]
    public void A_total_that_the_attempts_do_not_come_to_is_a_mismatch() =>
        Judged(ReconciliationState.CountMismatch, Told([Passed], verify: 2), FindingCode.TotalsDiffer);

    [Fact]
    public void An_attempt_that_is_counted_and_not_told_is_a_mismatch() =>
        Judged(ReconciliationState.CountMismatch, Told([Passed], verify: 1, attempts: 2), FindingCode.AttemptsDiffer);

    [Fact]
    public void One_more_comparison_in_the_statistics_is_a_mismatch() => Judged(ReconciliationState.CountMismatch,
        Told([Passed], verify: 1) with { Statistics = Counted(("Verify_FIN", "0", 1), ("verify", "0", 2)) }, FindingCode.StatisticsOfComparisonsDiffer);

    [Fact]
    public void Comparisons_with_risk_control_count_too() => Judged(ReconciliationState.Matched,
        Told([Passed], verify: 1) with { Statistics = Counted(("Verify_FIN", "0", 1), ("verify", "", 0), ("VerifySec", "0", 1)) });

    [Fact]
    public void Other_codes_in_the_statistics_are_a_mismatch() => Judged(ReconciliationState.CountMismatch,
        Told([Passed], verify: 1) with { Statistics = Counted(("Verify_FIN", "222351", 1), ("verify", "0", 1)) }, FindingCode.StatisticsOfCodesDiffer);

    [Fact]
    public void A_service_that_is_not_named_proves_nothing() => Judged(ReconciliationState.Matched, Told([Passed], verify: 1) with { Statistics = [] });

    [Fact]
    public void A_record_that_is_silent_is_read_by_the_rules_and_its_totals() => Judged(ReconciliationState.Matched,
        Told([Passed with { Told = null, ToldType = ChargeType.Unknown }], verify: 1));

    [Fact]
    public void Where_neither_rule_nor_record_says_nothing_is_provable() => Judged(ReconciliationState.Unprovable,
        Told([Passed with { Code = "9", Expected = null, Told = null }]) with { Statistics = Counted(("Verify_FIN", "9", 1)) }, FindingCode.ChargeUnknown);

    [Fact]
    public void A_code_without_a_rule_is_settled_by_the_two_others() => Judged(ReconciliationState.Matched,
        Told([Passed with { Code = "9", Expected = null }], verify: 1) with { Statistics = Counted(("Verify_FIN", "9", 1), ("verify", "9", 1)) });

    [Fact]
    public void Both_sides_of_a_card_are_one_charge() => Judged(ReconciliationState.Matched, WithCard(ocr: 1, readings: 2));

    [Fact]
    public void A_card_that_no_attempt_followed_is_told_by_the_total_and_the_statistics() => Judged(ReconciliationState.Matched, WithCard(ocr: 2, readings: 4));

    [Fact]
    public void A_card_that_the_statistics_do_not_know_is_a_mismatch() =>
        Judged(ReconciliationState.CountMismatch, WithCard(ocr: 3, readings: 2), FindingCode.StatisticsOfReadingsDiffer);

    [Fact]
    public void A_card_charged_in_a_plan_without_cards_is_the_vendors_alone() =>
        Judged(ReconciliationState.VendorOnly, WithCard(ocr: 1, readings: 2) with { ReadsCards = false }, FindingCode.OcrWithoutReading);

    [Fact]
    public void A_reading_that_is_not_charged_is_ours_alone() => Judged(ReconciliationState.LedgerOnly,
        Told([Passed with { OcrReadings = 2 }], verify: 1) with { ReadsCards = true }, FindingCode.OcrNotCharged);

    private static AccountFacts WithCard(int ocr, int readings) => Told([Passed with { OcrTold = true, OcrReadings = 2 }], verify: 1, ocr: ocr) with
    {
        ReadsCards = true,
        Statistics = Counted(("Verify_FIN", "0", 1), ("verify", "0", 1), ("OCR", "0", readings)),
    };

    private static AccountFacts Told(AttemptCharge[] made, int verify = 0, int ocr = 0, int live = 0, int attempts = 1) => new()
    {
        Attempts = made,
        Totals = new ToldTotals(attempts, verify, 0, ocr, live),
        IsFinal = true,
        Statistics = Counted((BaiduServices.VerifyFinal, "0", 1), (BaiduServices.Verify, "0", 1)),
    };

    private static IReadOnlyList<ServiceCount> Counted(params (string Service, string Code, int Count)[] counts) =>
        [.. counts.Select(count => new ServiceCount(count.Service, count.Code, count.Count))];

    private static void Judged(ReconciliationState state, AccountFacts facts, params FindingCode[] codes)
    {
        var (judged, findings) = Reconciler.Judge(facts);
        Assert.Equal(state, judged);
        Assert.Equal(codes, findings.Select(finding => finding.Code));
    }
}
