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
    private readonly Func<PortalDbContext, string, Guid, Guid, DateTime, CancellationToken, Task<bool>> hasOpened = EF.CompileAsyncQuery(
        (PortalDbContext db, string number, Guid subjectId, Guid planId, DateTime atUtc, CancellationToken _) =>
            db.Set<Subject>().Where(subject => subject.NumberIndex == number && subject.Id != subjectId)
                .Join(db.Set<VerificationSession>(), subject => subject.Id, other => other.SubjectId, (_, other) => other)
                .Any(other => other.PlanId == planId && other.CreatedAtUtc < atUtc && other.LinkExpiresUtc > atUtc
                    && (other.FinishedAtUtc == null || other.FinishedAtUtc > atUtc)));

    public async Task<AvoidableCause> CauseAsync(PortalWrite write, TokenFile file, CancellationToken cancellationToken)
    {
        if (subjects.IdentityOf(file.Subject) is { } identity && rules.Check(identity, acceptCheckDigit: false).Count > 0)
            return AvoidableCause.IdentityFault;
        return await IsSecondAsync(write, file, cancellationToken) ? AvoidableCause.SecondSession : AvoidableCause.None;
    }

    /// <summary>Whether the person was already under way to the same end.</summary>
    private async Task<bool> IsSecondAsync(PortalWrite write, TokenFile file, CancellationToken cancellationToken)
    {
        var session = file.Session;
        return file.Subject.NumberIndex is { } number
            && await hasOpened(write.Context, number, session.SubjectId, session.PlanId, session.CreatedAtUtc, cancellationToken);
    }
}
