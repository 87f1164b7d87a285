namespace FaceH5Portal.Core.Auditing;

/// <summary>Where the audit ends: the last entry's number and seal. Moves on with each that a work adds.</summary>
internal sealed class AuditEnd(long sequence, byte[] seal)
{
    public long Sequence { get; private set; } = sequence;

    public byte[] Seal { get; private set; } = seal;

    public void Move(AuditEntry last) => (Sequence, Seal) = (last.Sequence, last.Seal!);
}
