using System.ComponentModel;
using System.Text.Json.Serialization;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>What a list tells of a session.</summary>
internal record SessionItem
{
    public required Guid Id { get; init; }

    public required SessionStatus Status { get; init; }

    [Description("What the last attempt meant; null before the first.")]
    public required Outcome? Outcome { get; init; }

    public required DateTime LinkExpiresAt { get; init; }

    public required string? Reference { get; init; }

    public required string Purpose { get; init; }

    [Description("The plan ID in the vendor's console.")]
    public required string Plan { get; init; }

    public required HarvestState Harvest { get; init; }

    public required ReviewState Review { get; init; }

    public required PrivacyState Privacy { get; init; }

    public required DateTime CreatedAt { get; init; }

    [Description("Null while nobody knows whom the session is about, and once that person is erased.")]
    public required SubjectAnswer? Subject { get; init; }
}

/// <summary>All that is known of a session; what the list tells comes first.</summary>
internal sealed record SessionAnswer : SessionItem
{
    [Description("What to hand to the person. Null once the session is over, and for a key without CreateSessions.")]
    [JsonPropertyOrder(1)]
    public required Uri? Link { get; init; }

    [JsonPropertyOrder(1)]
    public required Uri? ReturnUrl { get; init; }

    [JsonPropertyOrder(1)]
    public required WindowsAnswer Windows { get; init; }

    [JsonPropertyOrder(1)]
    public required IReadOnlyList<AttemptAnswer> Attempts { get; init; }

    [Description("Null for a key without SeeMoney.")]
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<ChargeAnswer>? Charges { get; init; }

    [JsonPropertyOrder(1)]
    public required IReadOnlyList<EvidenceAnswer> Evidence { get; init; }

    /// <summary>Without the link.</summary>
    public override string ToString() => $"session {Id}";
}

/// <summary>The person, masked unless the key has SeePersonalData; in a list always masked.</summary>
internal sealed record SubjectAnswer(string Name, string IdNumber, CertificateType CertificateType)
{
    /// <summary>Masked in any case: a log line may not tell what an answer may.</summary>
    public override string ToString() => $"{Masking.Name(Name)} {Masking.Number(IdNumber)}";
}

/// <summary>When the vendor forgets: the unused token, the media, the results. Null where nothing runs yet.</summary>
internal sealed record WindowsAnswer(DateTime? TokenUntil, DateTime? MediaUntil, DateTime? ResultUntil);

/// <summary>
/// One try of the person, as the vendor judged it. Score and threshold are 0 to 100, the liveness score is 0 to 1; null
/// where nothing was compared.
/// </summary>
internal sealed record AttemptAnswer(
    int Order, bool Passed, string Code, string Message, double? Score, double? Threshold, double? LivenessScore,
    string? RiskLevel, DateTime VerifiedAt);

/// <summary>One billed call; the amount is a decimal number in text.</summary>
internal sealed record ChargeAnswer(ChargeType Type, string Amount, string Currency, DateTime ChargedAt, ChargeState State);

/// <summary>One thing kept as proof; its hash stays when the bytes are gone.</summary>
internal sealed record EvidenceAnswer(string Kind, string Sha256, long Bytes, string MediaType, string Href);

/// <summary>How sure a charge is.</summary>
internal enum ChargeState
{
    Expected,
    Confirmed,
    Disputed,
    Reversed,
}

/// <summary>A page of a list; <paramref name="Next"/> goes into "after" of the next call and is null on the last page.</summary>
internal sealed record SessionList(IReadOnlyList<SessionItem> Items, string? Next);
