namespace FaceH5Portal.Core.Auditing;

/// <summary>Where the audit ends: the last entry's number and seal.</summary>
internal sealed record AuditEnd(long Sequence, byte[] Seal);
