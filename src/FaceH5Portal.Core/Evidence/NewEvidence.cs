namespace FaceH5Portal.Core.Evidence;

/// <summary>Bytes on their way into the vault, and whose they are.</summary>
public sealed record NewEvidence(EvidenceKind Kind, byte[] Bytes, string MediaType)
{
    public required Guid SessionId { get; init; }

    public Guid? VerifyTokenId { get; init; }

    public int? AttemptOrder { get; init; }

    /// <summary>The vendor's id of the request that this answers.</summary>
    public string? LogId { get; init; }

    public DateTime? KeepUntilUtc { get; init; }

    /// <summary>Of its bytes, where somebody has it already.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The file it was made of, where somebody handed in another one than is kept; only its hash stays.</summary>
    public byte[]? MadeOf { get; init; }
}
