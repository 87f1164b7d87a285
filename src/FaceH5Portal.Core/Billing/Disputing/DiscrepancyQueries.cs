using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Disputing;

/// <summary>A token whose books do not agree, and what has been done about it.</summary>
public sealed record Discrepancy(TokenAccount Account, string PlanName, string? Reference, Dispute? Dispute);

/// <summary>How the three books of one token of a session stand, and what has been done about it.</summary>
public sealed record TokenBooks(TokenAccount Account, Dispute? Dispute);

/// <summary>Where a page of discrepancies ended.</summary>
public sealed record DiscrepancyPlace(DateTime FoundAtUtc, Guid TokenId);

/// <summary>Discrepancies newest first, where the next ones begin, and how many there are of each kind.</summary>
public sealed record DiscrepancyPage(
    IReadOnlyList<Discrepancy> Items, DiscrepancyPlace? Next, IReadOnlyDictionary<ReconciliationState, int> Counts);

/// <summary>Reads what does not agree; what does is in no list, and is told only with its session.</summary>
public sealed class DiscrepancyQueries(PortalStore store)
{
    public async Task<Result<DiscrepancyPage>> PageAsync(
        Actor actor, ReconciliationState? state, DiscrepancyPlace? after, int limit, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var all = db.Set<TokenAccount>().AsNoTracking().Where(account => account.FoundAtUtc != null);
        var counts = await all.GroupBy(account => account.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        if (state is { } kind)
            all = all.Where(account => account.State == kind);
        if (after is { } place)
            all = all.Where(account => account.FoundAtUtc < place.FoundAtUtc
                || (account.FoundAtUtc == place.FoundAtUtc && account.VerifyTokenId.CompareTo(place.TokenId) < 0));
        // One more than asked for tells whether there is a next page.
        var found = await all.OrderByDescending(account => account.FoundAtUtc).ThenByDescending(account => account.VerifyTokenId)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = found.Take(limit).ToList();
        return new DiscrepancyPage(await WithWhatIsKnownAsync(db, page, cancellationToken),
            found.Count > limit ? new DiscrepancyPlace(page[^1].FoundAtUtc!.Value, page[^1].VerifyTokenId) : null, counts);
    }

    /// <summary>All tokens of a session of which a charge may come, those that agree too, oldest first.</summary>
    public async Task<Result<IReadOnlyList<TokenBooks>>> OfSessionAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var accounts = await db.Set<TokenAccount>().AsNoTracking().Where(account => account.SessionId == sessionId)
            .OrderBy(account => account.OpenedAtUtc).ThenBy(account => account.VerifyTokenId).ToListAsync(cancellationToken);
        var disputes = await DisputesAsync(db, accounts, cancellationToken);
        return accounts.ConvertAll(account => new TokenBooks(account, disputes.GetValueOrDefault(account.VerifyTokenId)));
    }

    private static async Task<List<Discrepancy>> WithWhatIsKnownAsync(PortalDbContext db, List<TokenAccount> accounts, CancellationToken cancellationToken)
    {
        var sessions = accounts.ConvertAll(account => account.SessionId);
        var known = await db.Set<VerificationSession>().AsNoTracking().Where(session => sessions.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id, cancellationToken);
        var disputes = await DisputesAsync(db, accounts, cancellationToken);
        return accounts.ConvertAll(account => new Discrepancy(
            account, known[account.SessionId].Terms.Name, known[account.SessionId].Reference, disputes.GetValueOrDefault(account.VerifyTokenId)));
    }

    private static Task<Dictionary<Guid, Dispute>> DisputesAsync(PortalDbContext db, List<TokenAccount> accounts, CancellationToken cancellationToken)
    {
        var tokens = accounts.ConvertAll(account => account.VerifyTokenId);
        return db.Set<Dispute>().AsNoTracking().Where(dispute => tokens.Contains(dispute.VerifyTokenId))
            .ToDictionaryAsync(dispute => dispute.VerifyTokenId, cancellationToken);
    }
}
