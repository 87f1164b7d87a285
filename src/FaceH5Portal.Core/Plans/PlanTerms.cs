using System.Text.Json.Serialization;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Core.Plans;

/// <summary>What a plan of Baidu's console says, and what we add to it. A session keeps the terms it began with.</summary>
public sealed record PlanTerms
{
    public required string Name { get; init; }

    /// <summary>方案ID of the console; not the project's id.</summary>
    public required string VendorPlanId { get; init; }

    /// <summary>Why the person is verified; shown to them and required by law.</summary>
    public required string Purpose { get; init; }

    public ComparisonSource Source { get; init; } = ComparisonSource.Authority;

    public IdentityEntry Entry { get; init; } = IdentityEntry.Specified;

    /// <summary>认证未通过时URL不失效: the person may try again on the vendor's page.</summary>
    public bool UrlStaysOnFailure { get; init; }

    public bool Recording { get; init; }

    /// <summary>Ask 10, 30 and 60 minutes after the launch although nobody came back; the vendor may kill the token for it.</summary>
    public bool EarlyProbes { get; init; }

    /// <summary>Similarity from 0 to 100 that counts as the same person; the vendor advises 80.</summary>
    public int Threshold { get; init; } = 80;

    public ControlLevel QualityControl { get; init; }

    public ControlLevel LivenessControl { get; init; }

    public int MaxAttempts { get; init; } = 3;

    public int LinkLifetimeHours { get; init; } = 72;

    /// <summary>How long pictures and recordings are kept, where the next three do not say otherwise.</summary>
    public int RetentionDays { get; init; } = 3;

    public int? FaceDays { get; init; }

    public int? VideoDays { get; init; }

    /// <summary>Pictures of cards, and answers that hold them.</summary>
    public int? CardDays { get; init; }

    /// <summary>Name and number, after the session is over; null keeps them until their person is erased.</summary>
    public int? IdentityDays { get; init; }

    /// <summary>Scores, after the session is over; null keeps them with the session.</summary>
    public int? ScoreDays { get; init; }

    /// <summary>Why pictures are kept longer than usual.</summary>
    public string? RetentionPurpose { get; init; }

    /// <summary>The price list its charges are priced by; null where the two prices below are all that is agreed.</summary>
    public Guid? PriceListId { get; init; }

    /// <summary>Price of one comparison (verify or match), in 1/10,000 CNY.</summary>
    public long ComparisonPrice { get; init; } = 8_000;

    /// <summary>Price of one card read by OCR, in 1/10,000 CNY.</summary>
    public long OcrPrice { get; init; }

    public int DaysOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Video => VideoDays,
        EvidenceKind.IdFront or EvidenceKind.IdBack or EvidenceKind.Answer => CardDays,
        _ => FaceDays,
    } ?? RetentionDays;

    /// <summary>What a person is told: none of their pictures is kept longer.</summary>
    [JsonIgnore]
    public int LongestDays => Enum.GetValues<EvidenceKind>().Max(DaysOf);

    [JsonIgnore]
    public Tariff Tariff => new(PriceListId, ComparisonPrice, OcrPrice);

    public bool NeedsIdentity => Entry == IdentityEntry.Specified;

    /// <summary>Whether the person gives their identity on the vendor's page.</summary>
    public bool TakesIdentityOnPage => Entry is IdentityEntry.OcrFront or IdentityEntry.OcrFrontAndBack or IdentityEntry.Manual;

    public bool ReadsCards => Entry is IdentityEntry.OcrFront or IdentityEntry.OcrFrontAndBack;

    public bool NeedsMatchPhoto => Source == ComparisonSource.OwnPhoto;
}
