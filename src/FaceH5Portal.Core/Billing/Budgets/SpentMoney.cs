using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>
/// What a period has cost so far: what stands in the ledger, and what tokens and photo checks that have not ended may still cost. A token's
/// charges are posted in the write that ends it, so nothing is missed in between; while it may take more it counts twice
/// rather than not at all.
/// </summary>
internal static class SpentMoney
{
    public static async Task<long> OfAllAsync(DbContext db, BudgetCap cap, DateOnly since, CancellationToken cancellationToken)
    {
        var totals = db.Set<LedgerTotal>().Where(total => total.Day >= since);
        var open = Open(db);
        if (cap.Scope == BudgetScope.Plan)
        {
            totals = totals.Where(total => total.PlanId == cap.PlanId);
            open = open.Where(token => db.Set<VerificationSession>().Any(session => session.Id == token.SessionId && session.PlanId == cap.PlanId));
        }
        var spent = await totals.SumAsync(total => total.Amount, cancellationToken) + await open.SumAsync(token => token.MayCost!.Value, cancellationToken);
        return cap.Scope == BudgetScope.Plan ? spent : spent + await OpenChecks(db).SumAsync(check => check.MayCost!.Value, cancellationToken);
    }

    public static async Task<long> OfPersonAsync(DbContext db, Subject person, DateOnly since, CancellationToken cancellationToken)
    {
        var from = ChinaDate.StartUtc(since);
        var sessions = db.Set<Subject>().OfSamePerson(person)
            .Join(db.Set<VerificationSession>(), subject => subject.Id, session => session.SubjectId, (_, session) => session.Id);
        return await sessions.Join(db.Set<LedgerEntry>(), id => id, entry => entry.SessionId, (_, entry) => entry)
                .Where(entry => entry.BookedAtUtc >= from).SumAsync(entry => entry.Amount, cancellationToken)
            + await sessions.Join(Open(db), id => id, token => token.SessionId, (_, token) => token.MayCost!.Value).SumAsync(cancellationToken)
            + await OfChecksAsync(db, person, from, cancellationToken);
    }

    /// <summary>Charges of a check in a session's place are the session's already.</summary>
    private static async Task<long> OfChecksAsync(DbContext db, Subject person, DateTime from, CancellationToken cancellationToken)
    {
        var people = db.Set<Subject>().OfSamePerson(person).Select(subject => subject.Id);
        var own = db.Set<PhotoCheck>().Where(check => check.SessionId == null && people.Contains(check.SubjectId));
        return await own.Join(db.Set<LedgerEntry>(), check => check.Id, entry => entry.VerifyTokenId, (_, entry) => entry)
                .Where(entry => entry.BookedAtUtc >= from).SumAsync(entry => entry.Amount, cancellationToken)
            + await OpenChecks(db).Where(check => people.Contains(check.SubjectId)).SumAsync(check => check.MayCost!.Value, cancellationToken);
    }

    /// <summary>Whenever it was minted: one of yesterday may be charged today.</summary>
    private static IQueryable<VerifyToken> Open(DbContext db) =>
        db.Set<VerifyToken>().Where(token => token.EndedAtUtc == null && token.MayCost != null);

    /// <summary>Those under way, and those of unknown end that nobody has settled yet.</summary>
    private static IQueryable<PhotoCheck> OpenChecks(DbContext db) => db.Set<PhotoCheck>().Where(check => check.MayCost != null);
}
