using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>Finds what is kept of a verification by any word the vendor or the caller has for it.</summary>
public sealed class RecordFinder(PortalStore store, SubjectVault subjects, BlindIndex index, TimeProvider clock)
{
    public const int LongestWord = 128;
    public const int Most = 20;

    public async Task<Result<IReadOnlyList<FoundRecord>>> FindAsync(Actor actor, string word, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var sought = word.Trim();
        if (sought.Length == 0)
            return new PortalError("text-required", "Record");
        if (sought.Length > LongestWord)
            return new PortalError("text-too-long", "Record", LongestWord);
        await using var db = await store.ReadAsync(cancellationToken);
        var keys = (await KeysAsync(db, sought, cancellationToken)).ToLookup(found => found.Id, found => found.By);
        var ids = keys.Select(key => key.Key).Take(Most).ToList();
        var sessions = await SessionLoader.LoadAsync(db, subjects, ids, cancellationToken);
        var (facts, now) = (await RecordFacts.LoadAsync(db, ids, actor.May(Permission.SeeMoney), cancellationToken), clock.GetUtcNow().UtcDateTime);
        return sessions.OrderByDescending(found => found.Session.CreatedAtUtc)
            .Select(found => facts.RecordOf(actor, found, [.. keys[found.Session.Id].Distinct()], now)).ToList();
    }

    private async Task<List<(Guid Id, RecordKey By)>> KeysAsync(PortalDbContext db, string word, CancellationToken cancellationToken)
    {
        var (token, found) = (index.OfToken(word), new List<(Guid, RecordKey)>());
        await AddAsync(RecordKey.VerifyToken, db.Set<VerifyToken>().Where(t => t.TokenIndex == token).Select(t => t.SessionId));
        await AddAsync(RecordKey.VerifyLogId, db.Set<Attempt>().Where(a => a.VerifyLogId == word).Select(a => a.SessionId));
        await AddAsync(RecordKey.LogId, db.Set<EvidenceItem>().Where(e => e.LogId != null && e.LogId == word).Select(e => e.SessionId));
        await AddAsync(RecordKey.Reference, db.Set<VerificationSession>().Where(s => s.Reference == word).Select(s => s.Id));
        return found;

        async Task AddAsync(RecordKey by, IQueryable<Guid> ids) =>
            found.AddRange((await ids.OrderByDescending(id => id).Take(Most).ToListAsync(cancellationToken)).ConvertAll(id => (id, by)));
    }
}

/// <summary>What stands beside the sessions that were found.</summary>
internal sealed record RecordFacts(
    ILookup<Guid, VerifyToken> Tokens, ILookup<Guid, Attempt> Attempts, ILookup<Guid, LedgerEntry>? Charges, ILookup<Guid, HarvestItem> Owed)
{
    public static async Task<RecordFacts> LoadAsync(PortalDbContext db, List<Guid> ids, bool seesMoney, CancellationToken cancellationToken)
    {
        var tokens = await db.Set<VerifyToken>().AsNoTracking().Where(t => ids.Contains(t.SessionId)).OrderBy(t => t.MintedAtUtc).ToListAsync(cancellationToken);
        var attempts = await db.Set<Attempt>().AsNoTracking().Where(a => ids.Contains(a.SessionId)).OrderBy(a => a.VerifiedAtUtc).ToListAsync(cancellationToken);
        var charges = seesMoney
            ? await db.Set<LedgerEntry>().AsNoTracking().Where(e => ids.Contains(e.SessionId)).OrderBy(e => e.ChargedAtUtc).ToListAsync(cancellationToken) : null;
        var owed = await db.Set<HarvestItem>().AsNoTracking().Where(i => ids.Contains(i.SessionId) && i.State == HarvestItemState.Owed).ToListAsync(cancellationToken);
        return new RecordFacts(tokens.ToLookup(t => t.SessionId), attempts.ToLookup(a => a.SessionId), charges?.ToLookup(e => e.SessionId), owed.ToLookup(i => i.SessionId));
    }

    public FoundRecord RecordOf(Actor actor, FoundSession found, IReadOnlyList<RecordKey> by, DateTime nowUtc)
    {
        var (id, verified) = (found.Session.Id, Attempts[found.Session.Id].ToLookup(a => a.VerifyTokenId));
        List<TokenRecord> tokens = [.. Tokens[id].Select(t => TokenRecord.Of(t, verified[t.Id].Max(a => (DateTime?)a.VerifiedAtUtc), nowUtc))];
        // What a retry would have asked; before the person acted a question may kill the token, so one such token forbids it.
        var asked = Tokens[id].Where(t => t is { DueUtc: not null, LastFault: not null }).ToList();
        var harmless = asked.TrueForAll(t => t.ReturnedAtUtc is not null || nowUtc >= t.DiesAtUtc || verified[t.Id].Any());
        return new FoundRecord(found, by, tokens, [.. Attempts[id]], Charges is null ? null : [.. Charges[id]], Owed[id].Count(),
            actor.May(Permission.CreateSessions) && harmless && (asked.Count > 0 || Owed[id].Any())
            && tokens.Exists(t => t.Memory is VendorMemory.Everything or VendorMemory.Results));
    }
}
