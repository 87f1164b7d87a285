using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Disputing;

/// <summary>Puts a discrepancy before the vendor: gathers the pack while all of it is at hand, and notes how it ended.</summary>
public sealed class DisputeDesk(PortalStore store, DisputePack pack, SubjectVault subjects, AuditTrail audit, TimeProvider clock)
{
    public const string Topic = "dispute";
    public const int LongestText = 500;

    private const string Purpose = "dispute-pack";

    public async Task<Result<Guid>> OpenAsync(Actor actor, Guid tokenId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        TokenAccount? account;
        await using (var db = await store.ReadAsync(cancellationToken))
            account = await db.Set<TokenAccount>().AsNoTracking().SingleOrDefaultAsync(one => one.VerifyTokenId == tokenId, cancellationToken);
        if (account is not { FoundAtUtc: not null })
            return new PortalError("nothing-to-dispute");
        var words = await pack.MakeAsync(account, cancellationToken);
        return await store.WriteAsync<Guid>(async write =>
        {
            if (await write.Set<Dispute>().AnyAsync(one => one.VerifyTokenId == tokenId, cancellationToken))
                return new PortalError("disputed-already");
            if (await SubjectOfAsync(write, account.SessionId, cancellationToken) is not { IsErased: false } subject)
                return new PortalError("subject-erased");
            write.Set<Dispute>().Add(new Dispute
            {
                VerifyTokenId = tokenId,
                SessionId = account.SessionId,
                OpenedBy = actor.Id,
                OpenedAtUtc = clock.GetUtcNow().UtcDateTime,
                SealedPack = subjects.SealText(subject, Purpose, words),
            });
            Tell(write, actor, AuditAction.DisputeOpened, account.SessionId, account.State.ToString());
            return tokenId;
        }, cancellationToken);
    }

    public async Task<Result<Guid>> CloseAsync(Actor actor, Guid tokenId, DisputeState state, string outcome, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        if (state == DisputeState.Open || string.IsNullOrWhiteSpace(outcome))
            return new PortalError("text-required", nameof(Dispute.Outcome));
        if (outcome.Length > LongestText)
            return new PortalError("text-too-long", nameof(Dispute.Outcome), LongestText);
        return await store.WriteAsync<Guid>(async write =>
        {
            var dispute = await write.Set<Dispute>().SingleOrDefaultAsync(one => one.VerifyTokenId == tokenId, cancellationToken);
            if (dispute is null)
                return new PortalError(PortalError.NotFound);
            if (dispute.State != DisputeState.Open)
                return new PortalError("dispute-closed");
            (dispute.State, dispute.Outcome, dispute.ClosedBy, dispute.ClosedAtUtc) = (state, outcome.Trim(), actor.Id, clock.GetUtcNow().UtcDateTime);
            Tell(write, actor, AuditAction.DisputeClosed, dispute.SessionId, state.ToString());
            return tokenId;
        }, cancellationToken);
    }

    /// <summary>The pack as it was when the dispute was opened; that it was taken is recorded.</summary>
    public async Task<Result<string>> TakePackAsync(Actor actor, Guid tokenId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        return await store.WriteAsync<string>(async write =>
        {
            var dispute = await write.Set<Dispute>().AsNoTracking().SingleOrDefaultAsync(one => one.VerifyTokenId == tokenId, cancellationToken);
            if (dispute is null || await SubjectOfAsync(write, dispute.SessionId, cancellationToken) is not { } subject
                || subjects.TryOpenText(subject, Purpose, dispute.SealedPack) is not { } words)
                return new PortalError(PortalError.NotFound);
            audit.Record(write, actor, AuditAction.DisputePackTaken, $"session/{dispute.SessionId}");
            return words;
        }, cancellationToken);
    }

    private static Task<Subject?> SubjectOfAsync(PortalWrite write, Guid sessionId, CancellationToken cancellationToken) =>
        write.Set<VerificationSession>().Where(session => session.Id == sessionId)
            .Join(write.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (_, subject) => subject).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private void Tell(PortalWrite write, Actor actor, AuditAction action, Guid sessionId, string note)
    {
        audit.Record(write, actor, action, $"session/{sessionId}", note);
        write.Announce(new PortalChange(Topic, sessionId));
    }
}
