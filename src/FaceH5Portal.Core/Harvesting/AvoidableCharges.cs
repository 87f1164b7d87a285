using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>
/// Makes the checks before a launch once more when a charge comes of it: of what they would have shown, an accepted
/// warning may have been wrong, and what a person types on the vendor's page nobody could check.
/// </summary>
public sealed class AvoidableCharges(SubjectVault subjects, IdentityRules rules)
{
    public AvoidableCause CauseOf(PortalWrite write, TokenFile file)
    {
        if (subjects.IdentityOf(file.Subject) is { } identity && rules.Check(identity, acceptCheckDigit: false).Count > 0)
            return AvoidableCause.IdentityFault;
        return IsSecond(write, file) ? AvoidableCause.SecondSession : AvoidableCause.None;
    }

    private static bool IsSecond(PortalWrite write, TokenFile file) =>
        file.Subject.NumberIndex is { } number && write.Of<Subject>(nameof(Subject.NumberIndex), number)
            .Where(other => other.Id != file.Subject.Id)
            .SelectMany(other => write.Of<VerificationSession>(nameof(VerificationSession.SubjectId), other.Id))
            .Any(other => IsStillOpen(other, file.Session));

    private static bool IsStillOpen(VerificationSession other, VerificationSession session) =>
        other.PlanId == session.PlanId && other.CreatedAtUtc < session.CreatedAtUtc && EndOf(other) > session.CreatedAtUtc;

    private static DateTime EndOf(VerificationSession session) =>
        session.FinishedAtUtc is { } finished && finished < session.LinkExpiresUtc ? finished : session.LinkExpiresUtc;
}
