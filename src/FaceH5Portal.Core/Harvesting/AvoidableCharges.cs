using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>
/// Makes the checks before a launch once more when a charge comes of it: of what they would have shown, an accepted
/// warning may have been wrong, and what a person types on the vendor's page nobody could check.
/// </summary>
public sealed class AvoidableCharges(SubjectVault subjects, IdentityRules rules)
{
    // A person has few sessions and a plan has very many: asked for the plan as well, SQLite goes through the plan's.
    private readonly Func<PortalDbContext, string, Guid, IEnumerable<OtherSession>> othersOf = EF.CompileQuery(
        (PortalDbContext db, string number, Guid subjectId) => db.Set<Subject>().Where(subject => subject.NumberIndex == number && subject.Id != subjectId)
            .Join(db.Set<VerificationSession>(), subject => subject.Id, other => other.SubjectId, (_, other) => new OtherSession(other.PlanId, other.CreatedAtUtc,
                other.FinishedAtUtc == null || other.FinishedAtUtc > other.LinkExpiresUtc ? other.LinkExpiresUtc : other.FinishedAtUtc.Value)));

    public AvoidableCause CauseOf(PortalWrite write, TokenFile file)
    {
        if (subjects.IdentityOf(file.Subject) is { } identity && rules.Check(identity, acceptCheckDigit: false).Count > 0)
            return AvoidableCause.IdentityFault;
        return IsSecond(write, file) ? AvoidableCause.SecondSession : AvoidableCause.None;
    }

    private bool IsSecond(PortalWrite write, TokenFile file)
    {
        var session = file.Session;
        return file.Subject.NumberIndex is { } number && othersOf(write.Context, number, session.SubjectId).ToList()
            .Exists(other => other.PlanId == session.PlanId && other.CreatedAtUtc < session.CreatedAtUtc && other.EndsAtUtc > session.CreatedAtUtc);
    }

    private sealed record OtherSession(Guid PlanId, DateTime CreatedAtUtc, DateTime EndsAtUtc);
}
