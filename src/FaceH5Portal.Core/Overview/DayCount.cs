using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>Counts the facts of one day, each through an index on its time.</summary>
internal sealed class DayCount(DbContext db, DateOnly day, OverviewZone zone)
{
    private readonly DateTime from = zone.BeginUtc(day);
    private readonly DateTime before = zone.BeginUtc(day.AddDays(1));

    public async Task<IReadOnlyList<DayFacts>> RunAsync(CancellationToken cancellationToken)
    {
        var created = await db.Set<VerificationSession>().Where(s => s.CreatedAtUtc >= from && s.CreatedAtUtc < before)
            .GroupBy(s => s.PlanId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var finished = (await db.Set<VerificationSession>()
            .Where(s => s.FinishedAtUtc >= from && s.FinishedAtUtc < before && (s.Status == SessionStatus.Passed || s.Status == SessionStatus.Failed))
            .Select(s => new { s.PlanId, s.Status, s.CreatedAtUtc, Finished = s.FinishedAtUtc!.Value }).ToListAsync(cancellationToken)).ToLookup(s => s.PlanId);
        var failures = (await db.Set<Attempt>().Where(a => a.VerifiedAtUtc >= from && a.VerifiedAtUtc < before && !a.Passed)
            .Join(db.Set<VerificationSession>(), a => a.SessionId, s => s.Id, (a, s) => new { s.PlanId, a.Outcome })
            .GroupBy(a => new { a.PlanId, a.Outcome }).Select(g => new { g.Key.PlanId, g.Key.Outcome, Count = g.Count() })
            .ToListAsync(cancellationToken)).ToLookup(f => f.PlanId);
        // Photo checks have no plan, and are no verification that is counted here.
        var amounts = await db.Set<LedgerEntry>().Where(e => e.BookedAtUtc >= from && e.BookedAtUtc < before && e.PlanId != ChargeOwner.NoPlan)
            .GroupBy(e => e.PlanId).Select(g => new { g.Key, Amount = g.Sum(e => e.Amount) })
            .ToDictionaryAsync(g => g.Key, g => g.Amount, cancellationToken);
        var plans = created.Keys.Concat(finished.Select(g => g.Key)).Concat(failures.Select(g => g.Key)).Concat(amounts.Keys).Distinct();
        return [.. plans.Select(plan => new DayFacts
        {
            Day = day,
            PlanId = plan,
            Created = created.GetValueOrDefault(plan),
            Passed = finished[plan].Count(s => s.Status == SessionStatus.Passed),
            Failed = finished[plan].Count(s => s.Status == SessionStatus.Failed),
            Amount = amounts.GetValueOrDefault(plan),
            Shape = new DayShape
            {
                Failures = failures[plan].ToDictionary(f => f.Outcome, f => f.Count),
                Times = ResultTimes.Of(finished[plan].Select(s => s.Finished - s.CreatedAtUtc)),
            },
        })];
    }
}
