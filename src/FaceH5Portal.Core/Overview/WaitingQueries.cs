using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>What waits for somebody now, each through an index that holds little else.</summary>
public sealed class WaitingQueries(PortalStore store, TimeProvider clock)
{
    public const int ShownDebts = 8;
    public static readonly TimeSpan Near = TimeSpan.FromHours(6);

    private const int Reach = 10_000;
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(5);

    public async Task<Result<Waiting>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var (near, stood) = (now + Near, now - Standstill);
        var sessions = db.Set<VerificationSession>();
        // Each condition stands in the words of its partial index.
        var reviews = sessions.Where(s => s.ReviewNeededAtUtc != null);
        var items = db.Set<HarvestItem>().Where(i => i.State == HarvestItemState.Owed);
        var tokens = db.Set<VerifyToken>().Where(t => t.DueUtc != null && t.LastFault != null);
        var unknown = db.Set<PhotoCheck>().Where(check => check.MayCost != null && check.State == PhotoCheckState.EndUnknown);
        return new Waiting
        {
            Open = await CountAsync(
                sessions.Where(s => s.Status == SessionStatus.AwaitingUser).Select(s => s.CreatedAtUtc),
                sessions.Where(s => s.Status == SessionStatus.Capturing).Select(s => s.CreatedAtUtc),
                sessions.Where(s => s.Status == SessionStatus.Confirming).Select(s => s.CreatedAtUtc)),
            Reviews = await CountAsync(reviews.Select(s => s.ReviewNeededAtUtc!.Value)),
            OldestReviewUtc = await reviews.OrderBy(s => s.ReviewNeededAtUtc).Select(s => s.ReviewNeededAtUtc).FirstOrDefaultAsync(cancellationToken),
            Unresolved = await CountAsync(sessions.Where(s => s.Status == SessionStatus.Unresolved && s.ResolvedBy == null).Select(s => s.CreatedAtUtc)),
            Owed = await CountAsync(items.Select(i => i.DeadlineUtc), tokens.Select(t => t.ForgottenAtUtc)),
            Debts = await DebtsAsync(items, tokens, cancellationToken),
            UnknownEnds = await CountAsync(unknown.Select(check => check.AskedAtUtc)),
            UnknownChecks = await unknown.OrderBy(check => check.AskedAtUtc).Take(ShownDebts)
                .Select(check => new UnknownCheck(check.Id, check.Vendor, check.Code)).ToListAsync(cancellationToken),
            Urgent = await CountAsync(
                items.Select(i => i.DeadlineUtc).Where(time => time <= near), tokens.Select(t => t.ForgottenAtUtc).Where(time => time <= near)),
            HarvestStands = await db.Set<VerifyToken>().AnyAsync(t => t.DueUtc <= stood, cancellationToken)
                || await db.Set<HarvestItem>().AnyAsync(i => i.DueUtc <= stood, cancellationToken),
            FailingSetUps = await db.Set<SetUpCheck>().CountAsync(check => check.IsFailing
                && db.Set<Plan>().Any(plan => plan.Id == check.PlanId && plan.Version == check.PlanVersion), cancellationToken),
            ResultsRefused = await ResultsInUse.IsRefusedAsync(db, cancellationToken),
        };

        // Each in the order of its index, so that what is many is not sorted to be counted.
        async Task<SessionCount> CountAsync(params IQueryable<DateTime>[] times)
        {
            var number = 0;
            foreach (var part in times)
                number += await part.OrderBy(time => time).Take(Reach + 1).CountAsync(cancellationToken);
            return new SessionCount(Math.Min(number, Reach), number <= Reach);
        }
    }

    private static async Task<IReadOnlyList<OwedLine>> DebtsAsync(IQueryable<HarvestItem> items, IQueryable<VerifyToken> tokens, CancellationToken cancellationToken)
    {
        var owed = await items.OrderBy(i => i.DeadlineUtc).Take(ShownDebts).Select(i => new OwedLine(i.SessionId, i.Kind, i.DeadlineUtc, i.LastFault)).ToListAsync(cancellationToken);
        var asked = await tokens.OrderBy(t => t.ForgottenAtUtc).Take(ShownDebts).Select(t => new OwedLine(t.SessionId, null, t.ForgottenAtUtc, t.LastFault)).ToListAsync(cancellationToken);
        return [.. owed.Concat(asked).OrderBy(line => line.DeadlineUtc).Take(ShownDebts)];
    }
}
