namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>One attempt in two books: what our rules expect of it, and what the vendor's record says.</summary>
/// <param name="Order">Its place within the token.</param>
/// <param name="Code">What it ended with.</param>
/// <param name="Expected">Whether the table of codes says that it is charged; null where the table does not.</param>
/// <param name="ExpectedType">What it would be charged as.</param>
/// <param name="Told">Whether the record says that it was; null where it does not.</param>
/// <param name="ToldType">What the record says it was charged as.</param>
/// <param name="OcrTold">Whether the record says that reading the certificate was charged.</param>
/// <param name="OcrReadings">How often it was read; null where the record does not say.</param>
public sealed record AttemptCharge(
    int Order, string Code, bool? Expected, ChargeType ExpectedType, bool? Told, ChargeType ToldType, bool OcrTold, int? OcrReadings);

/// <summary>The sums of the vendor's record.</summary>
public sealed record ToldTotals(int Attempts, int Verify, int Match, int Ocr, int Live);

/// <summary>How often a service behind the flow ended with a code, by the vendor's statistics.</summary>
public sealed record ServiceCount(string Service, string Code, int Count);

/// <summary>A charge that stands in the ledger.</summary>
public sealed record PostedCharge(int Order, ChargeType Type);

/// <summary>What is known of one token's charges, from all three sides.</summary>
public sealed record AccountFacts
{
    public IReadOnlyList<AttemptCharge> Attempts { get; init; } = [];

    /// <summary>Null while, or because, there is no record.</summary>
    public ToldTotals? Totals { get; init; }

    public IReadOnlyList<PostedCharge> Posted { get; init; } = [];

    /// <summary>Null while, or because, there are no statistics.</summary>
    public IReadOnlyList<ServiceCount>? Statistics { get; init; }

    /// <summary>Whether the plan has certificates read.</summary>
    public bool ReadsCards { get; init; }

    /// <summary>Nothing more can come of the token.</summary>
    public bool IsFinal { get; init; }

    /// <summary>The record can no longer be had.</summary>
    public bool RecordIsLost { get; init; }

    /// <summary>The statistics can no longer be had.</summary>
    public bool StatisticsAreLost { get; init; }
}
