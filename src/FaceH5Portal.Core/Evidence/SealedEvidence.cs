namespace FaceH5Portal.Core.Evidence;

/// <summary>Cleaned and sealed, and not stored yet: the row that tells of it, and its bytes.</summary>
public sealed record SealedEvidence(EvidenceItem Item, EvidenceBlob Blob);
