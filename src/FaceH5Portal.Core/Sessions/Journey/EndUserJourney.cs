using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What the person of a link can do: look, agree and start, come back.</summary>
public sealed class EndUserJourney(
    PortalStore store, CaptureLauncher launcher, ConsentDesk desk, SubjectVault subjects, SessionJournal journal, AuditTrail audit,
    PortalLinks links, KeyedLocks locks, EndUserViews views, JourneyWatch watch)
{
    /// <summary>A replayed return may not make us ask the vendor more often than this.</summary>
    public static readonly TimeSpan LeastBetweenQuestions = TimeSpan.FromSeconds(10);

    /// <summary>Whose link it is. Reads only: a link preview must change nothing.</summary>
    public async Task<Result<Guid>> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = PortalLinks.Hash(code);
        var found = await store.LookAtRowsAsync(rows => rows.Of<VerificationSession>(nameof(VerificationSession.LinkHash), hash), cancellationToken);
        return found is [var session] ? session.Id : new PortalError("link-unknown");
    }

    public Task<Result<EndUserView>> ViewAsync(Guid sessionId, CancellationToken cancellationToken) =>
        LookAsync(sessionId, (_, view) => view, cancellationToken);

    /// <summary>With the link itself, to be carried on to another device of the same person.</summary>
    public Task<Result<CarriedLink>> CarryAsync(Guid sessionId, CancellationToken cancellationToken) =>
        LookAsync(sessionId, (found, view) => new CarriedLink(view, view.Step == JourneyStep.Done ? null : LinkOf(found)), cancellationToken);

    /// <summary>Records the consent where none counts yet, and answers what comes next.</summary>
    public Task<Result<EndUserView>> AgreeAsync(Guid sessionId, Consent consent, CancellationToken cancellationToken) =>
        store.WriteAsync(write =>
            write.FindPersonsSession(sessionId) is var (session, subject)
                ? desk.Agree(write, session, subject, consent) : new PortalError("link-unknown"), cancellationToken);

    /// <summary>Answers the vendor's page to send the person to, with the token they have or one minted now.</summary>
    public async Task<Result<Uri>> StartAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        using var held = await locks.TakeAsync(sessionId, cancellationToken);
        if (await store.LookAtRowsAsync(rows => rows.FindPersonsCapture(sessionId), cancellationToken) is not { } found)
            return new PortalError("link-unknown");
        using var trace = VerificationTrace.Start("launch", sessionId);
        return (await ViewOfAsync(found.Person, cancellationToken)).Step switch
        {
            JourneyStep.Start or JourneyStep.Resume => await launcher.LaunchAsync(found, cancellationToken),
            JourneyStep.Consent => new PortalError("consent-missing"),
            JourneyStep.Identity or JourneyStep.Photo => new PortalError("journey-incomplete"),
            _ => new PortalError("link-closed"),
        };
    }

    /// <summary>A hint that makes the session due; answers whose return it was.</summary>
    public async Task<Result<Guid>> ReturnAsync(string state, CancellationToken cancellationToken)
    {
        if (!Entropy.HasShapeOfSecret(state))
            return Forged();
        var hash = PortalLinks.Hash(state);
        // Read first: whoever makes up states, or replays one that can bring nothing more, takes nobody's turn at the door.
        if (await store.LookAtRowsAsync(rows => rows.FindByReturn(hash), cancellationToken) is not { } known)
            return Forged();
        if (BringsNothing(known.Token, known.Session.Status))
            return known.Session.Id;
        return await store.WriteAsync<Guid>(write =>
        {
            var (token, session) = write.FindByReturn(hash)!;
            using var trace = VerificationTrace.Start("return", session.Id);
            Recall(write, session, token);
            return session.Id;
        }, cancellationToken);
    }

    private PortalError Forged()
    {
        watch.SeeForgedReturn();
        return new PortalError("return-unknown");
    }

    private async Task<Result<T>> LookAsync<T>(Guid sessionId, Func<PersonsSession, EndUserView, T> see, CancellationToken cancellationToken) =>
        await store.LookAtRowsAsync(rows => rows.FindPersonsSession(sessionId), cancellationToken) is { } found
            ? see(found, await ViewOfAsync(found, cancellationToken)) : new PortalError("link-unknown");

    private async Task<EndUserView> ViewOfAsync(PersonsSession found, CancellationToken cancellationToken)
    {
        var view = views.Of(found.Session, found.Subject);
        // Few are looked at by a person, so nobody else pays for the question.
        return found.Session.Review is ReviewState.Approved or ReviewState.Declined
            ? await store.LookAsync(db => ReviewedAsync(db, view, found.Subject, cancellationToken), cancellationToken) : view;
    }

    private Uri? LinkOf(PersonsSession found) =>
        subjects.TryOpenText(found.Subject, "link", found.Session.SealedLink) is { } code ? links.EndUser(code) : null;

    private async Task<EndUserView> ReviewedAsync(PortalDbContext db, EndUserView view, Subject subject, CancellationToken cancellationToken)
    {
        var last = await db.Set<ReviewDecision>().AsNoTracking().Where(decision => decision.SessionId == view.SessionId)
            .OrderByDescending(decision => decision.DecidedAtUtc).FirstAsync(cancellationToken);
        return view with
        {
            Reviewed = last.Verdict,
            ReviewReason = last.SealedReason is { } words ? subjects.TryOpenText(subject, ReviewDesk.ReasonPurpose, words) : null,
        };
    }

    private void Recall(PortalWrite write, VerificationSession session, VerifyToken token)
    {
        if (BringsNothing(token, session.Status))
            return;
        if (token.DueUtc > EarliestQuestion(token))
            token.DueUtc = EarliestQuestion(token);
        token.Version++;
        if (token.ReturnedAtUtc is null)
            audit.Record(write, Actor.EndUser, AuditAction.ReturnRecorded, $"session/{session.Id}");
        token.ReturnedAtUtc = journal.NowUtc;
        if (journal.Apply(write, session, SessionEvent.Returned, new SessionFacts()))
            journal.Tell(write, session, TimelineKind.CameBack);
    }

    /// <summary>Nothing more can come of the token, or an earlier return has set all going that this one could.</summary>
    private bool BringsNothing(VerifyToken token, SessionStatus status) => token.DueUtc is not { } due
        || (token.ReturnedAtUtc is not null && status != SessionStatus.Capturing && due <= EarliestQuestion(token));

    private DateTime EarliestQuestion(VerifyToken token) =>
        token.AskedAtUtc + LeastBetweenQuestions is { } next && next > journal.NowUtc ? next : journal.NowUtc;
}
