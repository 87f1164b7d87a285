using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>
/// What an erasure means for the sessions of its person: none goes on, and nothing more is asked about them. What is
/// owed is given up by the eraser's name and reason. Verdicts, codes, scores, hashes and charges stay.
/// </summary>
public sealed class SessionRedaction(SessionJournal journal, TokenAccounts accounts, AuditTrail audit) : IErasureFollower
{
    /// <summary>Stands where something ended with the erasure, and in the place of words that may have named the person.</summary>
    public const string Code = "subject-erased";

    public async Task FollowAsync(PortalWrite write, Erasure erasure, CancellationToken cancellationToken)
    {
        var sessions = await write.TakeAsync(write.Set<VerificationSession>()
            .Where(session => erasure.SubjectIds.Contains(session.SubjectId)), cancellationToken);
        foreach (var session in sessions)
        {
            Cancel(write, erasure, session);
            var given = await EndTokensAsync(write, session, cancellationToken) + await CloseItemsAsync(write, erasure, session, cancellationToken);
            await accounts.ForsakeAsync(write, session.Id, cancellationToken);
            Answer(erasure, session);
            if (given > 0)
                session.Harvest = HarvestState.Lost;
            // Nobody could look any more.
            if (session.Review == ReviewState.Needed)
                session.EndReview(ReviewState.None);
            session.Privacy = PrivacyState.Redacted;
            journal.Tell(write, session, TimelineKind.PersonErased);
            audit.Record(write, erasure.Actor, AuditAction.SessionRedacted, $"session/{session.Id}");
        }
    }

    private void Cancel(PortalWrite write, Erasure erasure, VerificationSession session)
    {
        if (!journal.Apply(write, session, SessionEvent.Cancelled, new SessionFacts()))
            return;
        session.Reason = Code;
        journal.Tell(write, session, TimelineKind.Cancelled, Code);
        audit.Record(write, erasure.Actor, AuditAction.SessionCancelled, $"session/{session.Id}", Code);
    }

    private async Task<int> EndTokensAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var open = await write.TakeAsync(write.Set<VerifyToken>()
            .Where(token => token.SessionId == session.Id && (token.DueUtc != null || token.EndedAtUtc == null)), cancellationToken);
        foreach (var token in open)
        {
            (token.DueUtc, token.LastFault, token.Version) = (null, Code, token.Version + 1);
            token.EndedAtUtc ??= journal.NowUtc;
        }
        return open.Count;
    }

    private async Task<int> CloseItemsAsync(
        PortalWrite write, Erasure erasure, VerificationSession session, CancellationToken cancellationToken)
    {
        var items = await write.TakeAsync(write.Set<HarvestItem>().Where(item => item.SessionId == session.Id), cancellationToken);
        foreach (var item in items.Where(item => item.ClosedReason is not null))
            item.ClosedReason = Code;
        var owed = items.FindAll(item => item.State == HarvestItemState.Owed);
        foreach (var item in owed)
        {
            item.GiveUp(erasure.Actor.Id, erasure.Reason, journal.NowUtc, Code);
            journal.Tell(write, session, TimelineKind.ItemLost, item.Kind.ToString());
            audit.Record(write, erasure.Actor, AuditAction.ItemClosedAsLost, $"session/{session.Id}", item.Kind.ToString());
        }
        return owed.Count;
    }

    /// <summary>A verdict that could not be had needs somebody who answers for it; after the erasure nobody could look into it any more.</summary>
    private static void Answer(Erasure erasure, VerificationSession session)
    {
        if (session.ResolvedReason is not null)
            session.ResolvedReason = Code;
        else if (session.Status == SessionStatus.Unresolved)
            (session.ResolvedBy, session.ResolvedReason, session.Harvest) = (erasure.Actor.Id, erasure.Reason, HarvestState.Lost);
    }
}
