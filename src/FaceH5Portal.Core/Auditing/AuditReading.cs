namespace FaceH5Portal.Core.Auditing;

/// <summary>Goes along the chain. Each entry is held against the seal that stands before it, so that one fault does not hide the next.</summary>
internal sealed class AuditReading
{
    private readonly AuditChain chain;
    private readonly List<AuditFinding> findings = [];

    // Where an older database was put back and went on, two entries were seen under one number.
    private readonly ILookup<long, string> seen;

    private byte[] before = AuditChain.Beginning;
    private bool hasBegun;
    private long entries;
    private long last;

    public AuditReading(AuditChain chain, IReadOnlyList<AuditCheckpoint> checkpoints)
    {
        this.chain = chain;
        seen = checkpoints.Where(checkpoint => checkpoint.IsGenuine).ToLookup(checkpoint => checkpoint.Sequence, checkpoint => Convert.ToHexString(checkpoint.Seal));
        foreach (var forged in checkpoints.Where(checkpoint => !checkpoint.IsGenuine))
            Find(AuditFault.NoteForged, forged.Sequence, forged.Sequence);
    }

    public void Read(AuditRow row, string sealHex)
    {
        entries++;
        if (row.Sequence < 1)
        {
            Find(AuditFault.Altered, row.Sequence, row.Sequence);
            return;
        }
        var expected = chain.SealOf(before, row);
        if (sealHex.Length == 0 && !hasBegun)
            before = expected;
        else
            Hold(row, expected, sealHex);
        last = row.Sequence;
    }

    public AuditVerdict End()
    {
        if (seen.Select(notes => notes.Key).Where(sequence => sequence > last).DefaultIfEmpty().Max() is > 0 and var furthest)
            Find(AuditFault.CutOff, last + 1, furthest);
        return new AuditVerdict(entries, [.. findings.OrderBy(finding => finding.First)]);
    }

    private void Hold(AuditRow row, byte[] expected, string sealHex)
    {
        // What was sealed to an entry that is gone can be held against nothing; that it is gone is the fault.
        if (row.Sequence != last + 1)
            Find(AuditFault.Missing, last + 1, row.Sequence - 1);
        else if (sealHex != Convert.ToHexString(expected))
            Find(hasBegun || entries == 1 ? AuditFault.Altered : AuditFault.AlteredBeforeChain, hasBegun || entries == 1 ? row.Sequence : 1, row.Sequence);
        if (seen[row.Sequence].Any(seal => seal != sealHex))
            Find(AuditFault.NotWhatWasSeen, row.Sequence, row.Sequence);
        // Only the entry that begins the chain follows entries without a seal.
        if (!hasBegun && entries > 1 && row.Action != nameof(AuditAction.ChainBegun))
            Find(AuditFault.Altered, 1, row.Sequence - 1);
        hasBegun = true;
        // What stands there is what the next was sealed to, unless it is no seal at all.
        before = sealHex.Length == 2 * AuditChain.SealBytes ? Convert.FromHexString(sealHex) : expected;
    }

    private void Find(AuditFault fault, long first, long until) => findings.Add(new AuditFinding(fault, first, until));
}
