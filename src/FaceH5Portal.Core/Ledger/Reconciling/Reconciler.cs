namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>Lays the three books of a token beside each other. A pure function, so that every judgement can be made again.</summary>
public static class Reconciler
{
    public static (ReconciliationState State, IReadOnlyList<Finding> Findings) Judge(AccountFacts facts)
    {
        if (facts.RecordIsLost)
            return (ReconciliationState.Unprovable, [Lost(FindingCode.RecordLost)]);
        // Until nothing more can come, an attempt may still be marked and a total still grow.
        if (!facts.IsFinal || facts.Totals is not { } totals)
            return (ReconciliationState.Open, []);
        List<Finding> findings = [.. facts.Attempts.SelectMany(attempt => OfAttempt(attempt, facts)), .. OfPosted(facts), .. OfTotals(facts, totals)];
        if (facts.Statistics is { } statistics)
            findings.AddRange(StatisticsCheck.Of(facts, totals, statistics));
        else if (facts.StatisticsAreLost)
            findings.Add(Lost(FindingCode.StatisticsLost));
        var fallback = facts.Statistics is null ? ReconciliationState.Open : ReconciliationState.Matched;
        return (findings.Select(finding => finding.State).DefaultIfEmpty(fallback).Min(), findings);
    }

    private static IEnumerable<Finding> OfAttempt(AttemptCharge attempt, AccountFacts facts)
    {
        switch (attempt)
        {
            case { Told: true, Expected: false }:
                yield return One(ReconciliationState.VendorOnly, FindingCode.ChargedThoughFree, attempt.Order, attempt.ToldType, 0, 1);
                break;
            case { Told: true } when attempt.ToldType != attempt.ExpectedType:
                yield return One(ReconciliationState.VendorOnly, FindingCode.ChargedAsOtherType, attempt.Order, attempt.ToldType, 0, 1);
                break;
            case { Told: false, Expected: true }:
                yield return One(ReconciliationState.LedgerOnly, FindingCode.NotCharged, attempt.Order, attempt.ExpectedType, 1, 0);
                break;
            case { Told: null, Expected: null }:
                yield return One(ReconciliationState.Unprovable, FindingCode.ChargeUnknown, attempt.Order, attempt.ExpectedType, 0, 0);
                break;
        }
        if (attempt.OcrTold && (!facts.ReadsCards || attempt.OcrReadings == 0))
            yield return One(ReconciliationState.VendorOnly, FindingCode.OcrWithoutReading, attempt.Order, ChargeType.Ocr, 0, 1);
        if (!attempt.OcrTold && attempt.OcrReadings > 0)
            yield return One(ReconciliationState.LedgerOnly, FindingCode.OcrNotCharged, attempt.Order, ChargeType.Ocr, 1, 0);
    }

    /// <summary>What an earlier record told and the last one does not.</summary>
    private static IEnumerable<Finding> OfPosted(AccountFacts facts) =>
        from posted in facts.Posted
        where posted.Order > 0 && facts.Attempts.FirstOrDefault(attempt => attempt.Order == posted.Order) is { } attempt
            && (posted.Type == ChargeType.Ocr ? attempt is { OcrTold: false, OcrReadings: not > 0 } : attempt is { Told: false, Expected: not true })
        select One(ReconciliationState.LedgerOnly, FindingCode.NoLongerTold, posted.Order, posted.Type, 1, 0);

    private static IEnumerable<Finding> OfTotals(AccountFacts facts, ToldTotals totals)
    {
        if (totals.Attempts > 0 && totals.Attempts != facts.Attempts.Count)
            yield return One(ReconciliationState.CountMismatch, FindingCode.AttemptsDiffer, 0, null, facts.Attempts.Count, totals.Attempts);
        foreach (var (type, told) in new[] { (ChargeType.Verify, totals.Verify), (ChargeType.Match, totals.Match), (ChargeType.Live, totals.Live) })
            if (facts.Attempts.Count(attempt => IsCharged(attempt, type)) is var sum && sum != told)
                yield return One(ReconciliationState.CountMismatch, FindingCode.TotalsDiffer, 0, type, sum, told);
        // A card may be read and no attempt follow: then only the total tells of it.
        if (facts.Attempts.Count(attempt => attempt.OcrTold) is var cards && cards > totals.Ocr || (!facts.ReadsCards && totals.Ocr > cards))
            yield return One(ReconciliationState.CountMismatch, FindingCode.TotalsDiffer, 0, ChargeType.Ocr, cards, totals.Ocr);
    }

    /// <summary>By the record, and by our rules where the record is silent.</summary>
    internal static bool IsCharged(AttemptCharge attempt, ChargeType type) =>
        attempt.Told is { } told ? told && attempt.ToldType == type : attempt.Expected == true && attempt.ExpectedType == type;

    private static Finding Lost(FindingCode code) => One(ReconciliationState.Unprovable, code, 0, null, 0, 0);

    private static Finding One(ReconciliationState state, FindingCode code, int order, ChargeType? type, int ours, int theirs) =>
        new(state, code, order, type, ours, theirs);
}
