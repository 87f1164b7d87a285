using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What a person may do about a harvest: try again, ask early, give a thing up with their name and a reason.</summary>
public sealed class HarvestDesk(PortalStore store, TokenAccounts accounts, SessionJournal journal, AuditTrail audit)
{
    public const int LongestReason = 500;

    /// <summary>Makes everything owed of a session due now, its verdict included where there is evidence of the act.</summary>
    public Task<Result<int>> RetryAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken) =>
        WriteAsync(actor, Permission.CreateSessions, sessionId, async (write, session) =>
        {
            var now = journal.NowUtc;
            var items = await write.TakeAsync(write.Set<HarvestItem>()
                .Where(item => item.SessionId == sessionId && item.State == HarvestItemState.Owed), cancellationToken);
            var tokens = await write.TakeAsync(write.Set<VerifyToken>()
                .Where(token => token.SessionId == sessionId && token.LastFault != null && token.DueUtc != null), cancellationToken);
            items.ForEach(item => item.DueUtc = now);
            foreach (var token in tokens)
                (token.DueUtc, token.Version) = (now, token.Version + 1);
            if (items.Count + tokens.Count == 0)
                return new PortalError("nothing-owed");
            Note(write, actor, session, TimelineKind.AskedByHand, AuditAction.HarvestRetried);
            return items.Count + tokens.Count;
        }, cancellationToken);

    /// <summary>Asks for the verdict at once although nobody came back. The vendor may kill the token for it.</summary>
    public Task<Result<int>> AskNowAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken) =>
        WriteAsync(actor, Permission.CreateSessions, sessionId, async (write, session) =>
        {
            var open = await write.TakeAsync(write.Set<VerifyToken>()
                .Where(token => token.SessionId == sessionId && token.DueUtc != null), cancellationToken);
            if (open.Count == 0)
                return new PortalError("nothing-owed");
            foreach (var token in open)
                (token.DueUtc, token.RiskTakenBy, token.Version) = (journal.NowUtc, actor.Id, token.Version + 1);
            Note(write, actor, session, TimelineKind.AskedByHand, AuditAction.ResultAskedEarly);
            return open.Count;
        }, cancellationToken);

    /// <summary>Gives up an item for good.</summary>
    public async Task<Result<int>> CloseAsync(Actor actor, Guid itemId, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.Decide) ?? ReasonFault(reason)) is { } fault)
            return fault;
        await using var db = await store.ReadAsync(cancellationToken);
        var sessionId = await db.Set<HarvestItem>().Where(item => item.Id == itemId).Select(item => (Guid?)item.SessionId).SingleOrDefaultAsync(cancellationToken);
        return sessionId is null ? new PortalError(PortalError.NotFound) : await WriteAsync(actor, Permission.Decide, sessionId.Value, async (write, session) =>
        {
            var item = write.Find<HarvestItem>(itemId)!;
            if (item.State != HarvestItemState.Owed)
                return new PortalError("item-already-settled");
            item.GiveUp(actor.Id, reason.Trim(), journal.NowUtc, item.LastFault);
            if (item.Kind == HarvestKind.Stat)
                accounts.LoseStatistics(write, item.VerifyTokenId);
            Note(write, actor, session, TimelineKind.ItemLost, AuditAction.ItemClosedAsLost, item.Kind.ToString());
            await HarvestSummary.UpdateAsync(write, session, cancellationToken);
            return 1;
        }, cancellationToken);
    }

    /// <summary>Puts a name and a reason to a verdict that existed and could not be had.</summary>
    public async Task<Result<int>> ResolveAsync(Actor actor, Guid sessionId, string reason, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.Decide) ?? ReasonFault(reason)) is { } fault)
            return fault;
        return await WriteAsync(actor, Permission.Decide, sessionId, async (write, session) =>
        {
            if (session.Status != SessionStatus.Unresolved || session.ResolvedBy is not null)
                return new PortalError("session-not-unresolved");
            (session.ResolvedBy, session.ResolvedReason) = (actor.Id, reason.Trim());
            Note(write, actor, session, TimelineKind.ResultResolved, AuditAction.ResultResolved);
            await HarvestSummary.UpdateAsync(write, session, cancellationToken);
            return 1;
        }, cancellationToken);
    }

    private static PortalError? ReasonFault(string reason) => reason.Trim().Length switch
    {
        0 => new PortalError("text-required", "Reason"),
        > LongestReason => new PortalError("text-too-long", "Reason", LongestReason),
        _ => null,
    };

    private async Task<Result<int>> WriteAsync(
        Actor actor, Permission permission, Guid sessionId, Func<PortalWrite, VerificationSession, Task<Result<int>>> work,
        CancellationToken cancellationToken)
    {
        if (actor.Lacks(permission) is { } denied)
            return denied;
        return await store.WriteAsync<int>(async write =>
        {
            var session = write.Find<VerificationSession>(sessionId);
            return session is null ? new PortalError("session-unknown") : await work(write, session);
        }, cancellationToken);
    }

    // The reason may name the person, so it stands beside the fact and not in the audit's text.
    private void Note(PortalWrite write, Actor actor, VerificationSession session, TimelineKind kind, AuditAction action, string? detail = null)
    {
        journal.Tell(write, session, kind, detail);
        audit.Record(write, actor, action, $"session/{session.Id}", detail);
    }
}
