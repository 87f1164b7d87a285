using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>Reads all that a list shows of some sessions, in one query.</summary>
internal static class SessionLoader
{
    public static async Task<IReadOnlyList<FoundSession>> LoadAsync(
        DbContext db, SubjectVault subjects, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var rows = await db.Set<VerificationSession>().AsNoTracking().Where(s => ids.Contains(s.Id))
            .Join(db.Set<Subject>().AsNoTracking(), s => s.SubjectId, subject => subject.Id, (session, subject) => new
            {
                session,
                subject,
                minted = db.Set<VerifyToken>().Where(t => t.SessionId == session.Id && t.EndedAtUtc == null).Max(t => (DateTime?)t.MintedAtUtc),
                verified = db.Set<Attempt>().Where(a => a.SessionId == session.Id).Max(a => (DateTime?)a.VerifiedAtUtc),
                charged = db.Set<LedgerEntry>().Any(entry => entry.SessionId == session.Id),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new FoundSession(
            row.session, subjects.IdentityOf(row.subject) is { } known ? SubjectView.Masked(known) : null,
            VendorWindows.Of(row.minted, row.verified), row.charged))];
    }
}
