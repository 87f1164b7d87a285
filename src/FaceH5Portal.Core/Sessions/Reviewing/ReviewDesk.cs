using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>Where a person looks at what no rule decides, and decides once.</summary>
public sealed class ReviewDesk(
    PortalStore store, SubjectVault subjects, SessionMaker maker, SessionJournal journal, AuditTrail audit, ActorNames names, Entropy entropy, TimeProvider clock)
{
    public const int LongestReason = 500;
    public const string ReasonPurpose = "review-reason";
    public const string PrivatePurpose = "review-private";

    /// <summary>Takes it upon oneself, from nobody or from the one who is seen to have it.</summary>
    public Task<Result<Guid>> TakeAsync(Actor actor, Guid sessionId, string? from, CancellationToken cancellationToken) =>
        AtReviewAsync(actor, sessionId, (write, session) =>
        {
            if (session.ReviewerId != from && session.ReviewerId != actor.Id)
                return Refuse(Taken(session.ReviewerId));
            session.ReviewerId = actor.Id;
            Note(write, actor, session, AuditAction.ReviewTaken);
            return Task.FromResult<Result<Guid>>(session.Id);
        }, cancellationToken);

    public Task<Result<Guid>> GiveBackAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken) =>
        AtReviewAsync(actor, sessionId, (write, session) =>
        {
            if (session.ReviewerId != actor.Id)
                return Refuse(Taken(session.ReviewerId));
            session.ReviewerId = null;
            Note(write, actor, session, AuditAction.ReviewGivenBack);
            return Task.FromResult<Result<Guid>>(session.Id);
        }, cancellationToken);

    /// <summary>Decides; whoever comes second is told who was first. Answers the session that goes on: a new one where the person is asked again.</summary>
    public Task<Result<Guid>> DecideAsync(Actor actor, Guid sessionId, NewDecision wanted, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.Decide) ?? Fault(wanted)) is { } fault)
            return Refuse(fault);
        return AtReviewAsync(actor, sessionId, async (write, session) =>
        {
            if (session.ReviewerId is { } other && other != actor.Id)
                return Taken(other);
            if (!session.Status.IsFinal())
                return new PortalError("review-too-early");
            var subject = write.Find<Subject>(session.SubjectId)!;
            var again = wanted.Verdict == ReviewVerdict.AskedAgain ? await AskAgainAsync(write, actor, session, subject, cancellationToken) : null;
            if (again is { Ok: false })
                return again.Errors.ToList();
            Record(write, actor, session, subject, wanted, again?.Value.Id);
            return again?.Value.Id ?? session.Id;
        }, cancellationToken);
    }

    private PortalError Taken(string? by) => new PortalError("review-taken", null, by is null ? "—" : names.Of(by));

    private static PortalError? Fault(NewDecision wanted) =>
        wanted.Verdict != ReviewVerdict.Approved && string.IsNullOrWhiteSpace(wanted.Reason) ? new PortalError("text-required", nameof(NewDecision.Reason))
        : wanted.Reason?.Length > LongestReason ? new PortalError("text-too-long", nameof(NewDecision.Reason), LongestReason)
        : wanted.PrivateReason?.Length > LongestReason ? new PortalError("text-too-long", nameof(NewDecision.PrivateReason), LongestReason)
        : null;

    private static Task<Result<Guid>> Refuse(PortalError error) => Task.FromResult<Result<Guid>>(error);

    private async Task<Result<Guid>> AtReviewAsync(
        Actor actor, Guid sessionId, Func<PortalWrite, VerificationSession, Task<Result<Guid>>> act, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.Decide) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            var session = write.Find<VerificationSession>(sessionId);
            if (session is null)
                return new PortalError("session-unknown");
            if (session.Review == ReviewState.Needed)
                return await act(write, session);
            var last = await write.Set<ReviewDecision>().Where(decision => decision.SessionId == sessionId)
                .OrderByDescending(decision => decision.DecidedAtUtc).FirstOrDefaultAsync(cancellationToken);
            return last is null ? new PortalError("review-not-needed") : new PortalError("review-decided", null, names.Of(last.DecidedBy));
        }, cancellationToken);
    }

    /// <summary>The same person for the same purpose under the same terms; what they gave beside their identity is asked of them anew.</summary>
    private Task<Result<CreatedSession>> AskAgainAsync(
        PortalWrite write, Actor actor, VerificationSession session, Subject subject, CancellationToken cancellationToken)
    {
        var identity = session.Terms.NeedsIdentity ? subjects.IdentityOf(subject) : null;
        var request = new NewSession(session.PlanId)
        {
            Reference = session.Reference,
            Purpose = session.StatedPurpose,
            ReturnUrl = session.ReturnUrl is { } back ? new Uri(back) : null,
        };
        return maker.AddAsync(write, actor, session.Terms, request, subjects.Create(identity), entropy.NewId(clock), null, cancellationToken);
    }

    private void Record(PortalWrite write, Actor actor, VerificationSession session, Subject subject, NewDecision wanted, Guid? successor)
    {
        write.Set<ReviewDecision>().Add(new ReviewDecision
        {
            Id = entropy.NewId(clock),
            SessionId = session.Id,
            Verdict = wanted.Verdict,
            Cause = session.ReviewCause,
            DecidedBy = actor.Id,
            DecidedAtUtc = journal.NowUtc,
            SealedReason = Seal(subject, ReasonPurpose, wanted.Reason),
            SealedPrivateReason = Seal(subject, PrivatePurpose, wanted.PrivateReason),
            SuccessorId = successor,
        });
        session.EndReview(wanted.Verdict == ReviewVerdict.Approved ? ReviewState.Approved : ReviewState.Declined);
        journal.Tell(write, session, KindOf(wanted.Verdict));
        audit.Record(write, actor, AuditAction.ReviewDecided, $"session/{session.Id}", wanted.Verdict.ToString());
    }

    private byte[]? Seal(Subject subject, string purpose, string? words) =>
        string.IsNullOrWhiteSpace(words) ? null : subjects.SealText(subject, purpose, words.Trim());

    private void Note(PortalWrite write, Actor actor, VerificationSession session, AuditAction action)
    {
        SessionJournal.Touch(write, session);
        audit.Record(write, actor, action, $"session/{session.Id}");
    }

    private static TimelineKind KindOf(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Approved => TimelineKind.ReviewApproved,
        ReviewVerdict.Declined => TimelineKind.ReviewDeclined,
        _ => TimelineKind.ReviewAskedAgain,
    };
}
