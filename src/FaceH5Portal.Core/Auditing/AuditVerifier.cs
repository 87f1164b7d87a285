using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Auditing;

/// <summary>What is wrong with the audit.</summary>
public enum AuditFault
{
    /// <summary>The entry is not the one that was sealed there: changed, made up, or moved.</summary>
    Altered,

    /// <summary>Entries that are not there any more, by the gap in the numbers.</summary>
    Missing,

    /// <summary>Something older than the chain was changed, added or taken away; the entry that begins the chain shows it.</summary>
    AlteredBeforeChain,

    /// <summary>The audit ends before what was seen outside the database.</summary>
    CutOff,

    /// <summary>What was seen outside the database is another entry than the one of that number.</summary>
    NotWhatWasSeen,

    /// <summary>A note outside the database is not one that the portal wrote.</summary>
    NoteForged,
}

/// <summary>One fault and where it is: the numbers of the first and the last entry that it is about.</summary>
public sealed record AuditFinding(AuditFault Fault, long First, long Last);

/// <summary>What came of reading the whole audit.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="Findings">Empty where all of it is as it was written.</param>
public sealed record AuditVerdict(long Entries, IReadOnlyList<AuditFinding> Findings)
{
    public bool Holds => Findings.Count == 0;
}

/// <summary>Reads the audit from its beginning and says whether, and where, somebody rewrote it.</summary>
public sealed class AuditVerifier(PortalStore store, AuditChain chain, AuditWitness witness)
{
    // As text, whatever was put there: what cannot be read as what it should be is a finding and no exception.
    private const string Rows = """
        SELECT Sequence, CAST(OccurredAtUtc AS TEXT) AS OccurredAt, CAST(ActorId AS TEXT) AS ActorId, CAST(Action AS TEXT) AS Action,
            CAST(Target AS TEXT) AS Target, CAST(Note AS TEXT) AS Note, CAST(Correlation AS TEXT) AS Correlation, hex(Seal) AS Seal
        FROM AuditEntries ORDER BY Sequence
        """;

    public async Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken)
    {
        // Before the entries: what is written meanwhile may be later than a note, never earlier.
        var seen = witness.Read();
        var reading = new AuditReading(chain, seen);
        await using var db = await store.ReadAsync(cancellationToken);
        await foreach (var stored in db.Database.SqlQueryRaw<StoredRow>(Rows).AsAsyncEnumerable().WithCancellation(cancellationToken))
            reading.Read(new AuditRow(stored.Sequence, stored.OccurredAt, stored.ActorId, stored.Action, stored.Target, stored.Note, stored.Correlation), stored.Seal ?? "");
        return reading.End();
    }

    internal sealed record StoredRow(long Sequence, string? OccurredAt, string? ActorId, string? Action, string? Target, string? Note, string? Correlation, string? Seal);
}
