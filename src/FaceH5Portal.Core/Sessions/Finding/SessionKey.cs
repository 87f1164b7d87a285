using System.Linq.Expressions;
using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>What a list sorts and filters by: all that is read of a session that is not shown.</summary>
internal sealed record SessionKey(
    Guid Id, DateTime CreatedAtUtc, DateTime LinkExpiresUtc, SessionStatus Status, Guid PlanId, HarvestState Harvest,
    ReviewState Review, string? Reference, bool IsCharged)
{
    public SessionMark Mark => new(Id, CreatedAtUtc, LinkExpiresUtc, Status, PlanId);

    /// <summary>The ledger is looked into only where that is asked.</summary>
    public static Expression<Func<VerificationSession, SessionKey>> Of(DbContext db, bool withCharge) => withCharge
        ? s => new SessionKey(s.Id, s.CreatedAtUtc, s.LinkExpiresUtc, s.Status, s.PlanId, s.Harvest, s.Review, s.Reference,
            db.Set<LedgerEntry>().Any(entry => entry.SessionId == s.Id))
        : s => new SessionKey(s.Id, s.CreatedAtUtc, s.LinkExpiresUtc, s.Status, s.PlanId, s.Harvest, s.Review, s.Reference, false);
}
