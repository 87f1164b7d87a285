using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions;

/// <summary>Puts a new session and its subject into a transaction that is open.</summary>
public sealed class SessionMaker(
    SubjectVault subjects, EvidenceVault evidence, IEnumerable<IPlanGate> gates, SessionJournal journal, AuditTrail audit, PortalLinks links, Entropy entropy)
{
    internal async Task<Result<CreatedSession>> AddAsync(
        PortalWrite write, Actor actor, PlanTerms terms, NewSession request, Subject subject, Guid sessionId, SealedEvidence? photo,
        CancellationToken cancellationToken)
    {
        foreach (var gate in gates)
            if (await gate.RefusalAsync(write, request.PlanId, terms, cancellationToken) is { } shut)
                return shut;
        var code = entropy.NewSecret();
        var session = new VerificationSession
        {
            Id = sessionId,
            SubjectId = subject.Id,
            PlanId = request.PlanId,
            Terms = terms,
            Reference = string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim(),
            StatedPurpose = request.Purpose?.Trim(),
            ReturnUrl = request.ReturnUrl?.AbsoluteUri,
            CreatedAtUtc = journal.NowUtc,
            CreatedBy = actor.Id,
            LinkHash = PortalLinks.Hash(code),
            SealedLink = subjects.SealText(subject, "link", code),
            LinkExpiresUtc = journal.NowUtc.AddHours(terms.LinkLifetimeHours),
            MatchPhotoId = photo?.Item.Id,
        };
        write.Add(subject);
        write.Add(session);
        if (photo is not null && evidence.Add(write, actor, photo) is { } refused)
            return refused;
        journal.Tell(write, session, TimelineKind.Created);
        audit.Record(write, actor, AuditAction.SessionCreated, $"session/{sessionId}");
        return new CreatedSession(sessionId, links.EndUser(code));
    }
}
