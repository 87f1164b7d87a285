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
    public async Task<AvoidableCause> CauseAsync(PortalWrite write, TokenFile file, CancellationToken cancellationToken)
    {
        if (subjects.IdentityOf(file.Subject) is { } identity && rules.Check(identity, acceptCheckDigit: false).Count > 0)
            return AvoidableCause.IdentityFault;
        return await IsSecondAsync(write, file, cancellationToken) ? AvoidableCause.SecondSession : AvoidableCause.None;
    }

    private static async Task<bool> IsSecondAsync(PortalWrite write, TokenFile file, CancellationToken cancellationToken)
    {
        var (session, number) = (file.Session, file.Subject.NumberIndex);
        if (number is null)
            return false;
        // A person has few sessions and a plan has very many: asked for the plan as well, SQLite goes through the plan's.
        var others = await write.Set<Subject>().Where(subject => subject.NumberIndex == number && subject.Id != session.SubjectId)
            .Join(write.Set<VerificationSession>(), subject => subject.Id, other => other.SubjectId,
                (_, other) => new { other.PlanId, other.CreatedAtUtc, EndsAtUtc = other.FinishedAtUtc == null || other.FinishedAtUtc > other.LinkExpiresUtc ? other.LinkExpiresUtc : other.FinishedAtUtc })
            .ToListAsync(cancellationToken);
        return others.Any(other => other.PlanId == session.PlanId && other.CreatedAtUtc < session.CreatedAtUtc && other.EndsAtUtc > session.CreatedAtUtc);
    }
}
