using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger.Months;

/// <summary>
/// Adds every entry of a month up and judges every token of it again, from the facts alone: what stands on a statement is
/// then not merely what was noted on the way. Reads as it goes, so that a month of any size fits.
/// </summary>
public sealed class MonthProver(PortalStore store)
{
    private const int AtOnce = 1000;

    /// <param name="actor">Who wants to know.</param>
    /// <param name="month">Any day of it.</param>
    /// <param name="progress">Told how many entries and tokens have been read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<MonthProof>> ProveAsync(
        Actor actor, DateOnly month, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        var (filter, proof) = (LedgerFilter.OfMonth(LedgerFilter.MonthOf(month)), new MonthProof());
        await using var db = await store.ReadOneMomentAsync(cancellationToken);
        await SumAsync(db, filter, proof, progress, cancellationToken);
        await JudgeAsync(db, filter, proof, progress, cancellationToken);
        return proof;
    }

    private static async Task SumAsync(PortalDbContext db, LedgerFilter filter, MonthProof proof, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var (from, before) = (ChinaDate.StartUtc(filter.From), ChinaDate.StartUtc(filter.Until.AddDays(1)));
        var sums = new Dictionary<LedgerKey, BookedSum>();
        var entries = db.Set<LedgerEntry>().Where(entry => entry.BookedAtUtc >= from && entry.BookedAtUtc < before)
            .Select(entry => new { entry.BookedAtUtc, entry.PlanId, entry.CostCentre, entry.Type, entry.Avoidable, entry.Quantity, entry.Amount });
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var key = new LedgerKey(ChinaDate.Of(entry.BookedAtUtc), entry.PlanId, entry.CostCentre, entry.Type, entry.Avoidable);
            var sum = sums.GetValueOrDefault(key);
            sums[key] = new BookedSum(sum.Quantity + entry.Quantity, sum.Amount + entry.Amount);
            proof.Count(entry.Quantity, entry.Amount);
            if (proof.Entries % AtOnce == 0)
                progress?.Report(proof.Entries);
        }
        var kept = await db.Set<LedgerTotal>().AsNoTracking().Where(total => total.Day >= filter.From && total.Day <= filter.Until).ToListAsync(cancellationToken);
        proof.Compare(sums, kept.ToDictionary(total => new LedgerKey(total.Day, total.PlanId, total.CostCentre, total.Type, total.Avoidable),
            total => new BookedSum(total.Quantity, total.Amount)));
    }

    private static async Task JudgeAsync(PortalDbContext db, LedgerFilter filter, MonthProof proof, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Ids rise with time, so those of the month's tokens lie together.
        var last = Entropy.FirstIdSince(ChinaDate.StartUtc(filter.From));
        var end = Entropy.FirstIdSince(ChinaDate.StartUtc(filter.Until.AddDays(1)));
        while (true)
        {
            var begin = last;
            var accounts = await db.Set<TokenAccount>().AsNoTracking().Where(account => account.VerifyTokenId.CompareTo(begin) > 0 && account.VerifyTokenId.CompareTo(end) < 0)
                .OrderBy(account => account.VerifyTokenId).Take(AtOnce).ToListAsync(cancellationToken);
            if (accounts.Count == 0)
                return;
            last = accounts[^1].VerifyTokenId;
            var booked = await BookedAsync(db, accounts[0].VerifyTokenId, last, cancellationToken);
            foreach (var account in accounts)
                proof.Judge(account, booked.GetValueOrDefault(account.VerifyTokenId) ?? []);
            progress?.Report(proof.Entries + proof.Tokens);
        }
    }

    private static async Task<Dictionary<Guid, HashSet<PostedCharge>>> BookedAsync(PortalDbContext db, Guid first, Guid last, CancellationToken cancellationToken)
    {
        var entries = await db.Set<LedgerEntry>().Where(entry => entry.VerifyTokenId.CompareTo(first) >= 0 && entry.VerifyTokenId.CompareTo(last) <= 0)
            .Select(entry => new { entry.VerifyTokenId, entry.Order, entry.Type }).ToListAsync(cancellationToken);
        return entries.GroupBy(entry => entry.VerifyTokenId).ToDictionary(token => token.Key, token => token.Select(entry => new PostedCharge(entry.Order, entry.Type)).ToHashSet());
    }
}
