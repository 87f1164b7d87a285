using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>
/// The record against the statistics of the services behind the flow. A service that is not named there proves nothing,
/// and a comparison with a photo of one's own is none that they count.
/// </summary>
internal static class StatisticsCheck
{
    public static IEnumerable<Finding> Of(AccountFacts facts, ToldTotals totals, IReadOnlyList<ServiceCount> statistics)
    {
        if (Named(statistics, BaiduServices.VerifyFinal) && !SameCodes(facts, statistics))
            yield return Mismatch(FindingCode.StatisticsOfCodesDiffer, null, facts.Attempts.Count, Sum(statistics, BaiduServices.VerifyFinal));
        var comparisons = Sum(statistics, BaiduServices.Verify) + Sum(statistics, BaiduServices.VerifyWithRiskControl);
        if ((Named(statistics, BaiduServices.Verify) || Named(statistics, BaiduServices.VerifyWithRiskControl))
            && facts.Attempts.All(attempt => attempt.ExpectedType == ChargeType.Verify)
            && Charged(facts) is var charged && charged != comparisons)
            yield return Mismatch(FindingCode.StatisticsOfComparisonsDiffer, ChargeType.Verify, charged, comparisons);
        // One charge covers both sides of a card, so the readings can be more, and none only where nothing was charged.
        if (Named(statistics, BaiduServices.Ocr) && Sum(statistics, BaiduServices.Ocr) is var readings
            && (readings < totals.Ocr || (readings > 0 && totals.Ocr == 0)))
            yield return Mismatch(FindingCode.StatisticsOfReadingsDiffer, ChargeType.Ocr, totals.Ocr, readings);
    }

    private static int Charged(AccountFacts facts) => facts.Attempts.Count(attempt => Reconciler.IsCharged(attempt, ChargeType.Verify));

    private static bool SameCodes(AccountFacts facts, IReadOnlyList<ServiceCount> statistics)
    {
        var theirs = statistics.Where(count => count.Service == BaiduServices.VerifyFinal && count.Count > 0)
            .GroupBy(count => count.Code).ToDictionary(group => group.Key, group => group.Sum(count => count.Count));
        var ours = facts.Attempts.CountBy(attempt => attempt.Code).ToDictionary();
        return ours.Count == theirs.Count && ours.All(code => theirs.GetValueOrDefault(code.Key) == code.Value);
    }

    private static bool Named(IReadOnlyList<ServiceCount> statistics, string service) => statistics.Any(count => count.Service == service);

    private static int Sum(IReadOnlyList<ServiceCount> statistics, string service) =>
        statistics.Where(count => count.Service == service).Sum(count => count.Count);

    private static Finding Mismatch(FindingCode code, ChargeType? type, int ours, int theirs) =>
        new(ReconciliationState.CountMismatch, code, 0, type, ours, theirs);
}
