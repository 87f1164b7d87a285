namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>What is wrong, in a way that a sentence can be made of it.</summary>
public enum FindingCode
{
    ChargedThoughFree,
    ChargedAsOtherType,
    OcrWithoutReading,
    NotCharged,
    OcrNotCharged,
    NoLongerTold,
    TotalsDiffer,
    AttemptsDiffer,
    StatisticsOfCodesDiffer,
    StatisticsOfComparisonsDiffer,
    StatisticsOfReadingsDiffer,
    ChargeUnknown,
    StatisticsLost,
    RecordLost,
}

/// <summary>One discrepancy of a token.</summary>
/// <param name="State">The kind it belongs to.</param>
/// <param name="Code">What it is.</param>
/// <param name="Order">The attempt, 0 where it is about the whole token.</param>
/// <param name="Type">The charge, where it is about one.</param>
/// <param name="Ours">The number that the rules, the attempts or the record come to.</param>
/// <param name="Theirs">The number that stands against it.</param>
public sealed record Finding(ReconciliationState State, FindingCode Code, int Order, ChargeType? Type, int Ours, int Theirs);
