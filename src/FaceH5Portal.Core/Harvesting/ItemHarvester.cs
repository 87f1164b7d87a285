using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Fetches one owed item, and stores it or its next due time.</summary>
public sealed class ItemHarvester(
    PortalStore store, IBaiduFaceClient vendor, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal)
{
    public async Task FetchAsync(Guid itemId, CancellationToken cancellationToken)
    {
        if (!(await ClaimAsync(itemId, cancellationToken)).Ok)
            return;
        var debt = await LoadAsync(itemId, cancellationToken);
        var fetched = debt.Item.Kind == HarvestKind.Face
            ? await FetchFaceAsync(debt, cancellationToken)
            : await FetchDetailAsync(debt, cancellationToken);
        await store.WriteAsync<Guid>(async write =>
        {
            var item = await write.Set<HarvestItem>().SingleAsync(i => i.Id == itemId, cancellationToken);
            var session = await write.Set<VerificationSession>().SingleAsync(s => s.Id == item.SessionId, cancellationToken);
            if (fetched.Apply is { } apply)
                await FinishAsync(write, session, item, apply);
            else
                AskAgainLater(item, fetched.Fault);
            await HarvestDebts.SummariseAsync(write, session, cancellationToken);
            SessionJournal.Touch(write, session);
            return item.Id;
        }, cancellationToken);
    }

    /// <summary>Written before the vendor is asked: where nothing can be stored, nothing is asked.</summary>
    private Task<Result<Guid>> ClaimAsync(Guid itemId, CancellationToken cancellationToken) =>
        store.WriteAsync<Guid>(async write =>
        {
            var item = await write.Set<HarvestItem>().SingleAsync(i => i.Id == itemId, cancellationToken);
            if (item.DueUtc is not { } due || due > journal.NowUtc)
                return new PortalError("not-due");
            item.DueUtc = journal.NowUtc + HarvestSchedule.Lease;
            return itemId;
        }, cancellationToken);

    private static async Task FinishAsync(
        PortalWrite write, VerificationSession session, HarvestItem item, Apply apply)
    {
        await apply(write, session);
        item.State = HarvestItemState.Done;
        item.DueUtc = null;
        item.LastFault = null;
    }

    private void AskAgainLater(HarvestItem item, string fault)
    {
        item.LastFault = fault;
        var next = journal.NowUtc + HarvestSchedule.Fault(item.Tries++);
        item.DueUtc = next < item.DeadlineUtc + TokenWindows.Results ? next : null;
    }

    private async Task<Fetched> FetchFaceAsync(
        Debt debt, CancellationToken cancellationToken)
    {
        var picture = await DownloadAsync(debt, cancellationToken);
        if (!picture.IsSuccess)
            return Fetched.Not(CodeOf(picture.Fault));
        var kept = await evidence.StoreAsync(debt.Subject, new NewEvidence(EvidenceKind.Face, picture.Value.Bytes, picture.Value.MediaType)
        {
            SessionId = debt.Item.SessionId,
            VerifyTokenId = debt.Item.VerifyTokenId,
            AttemptOrder = debt.Item.AttemptOrder,
            KeepUntilUtc = journal.NowUtc.AddDays(debt.RetentionDays),
        }, cancellationToken);
        if (!kept.Ok)
            return Fetched.Not(kept.Errors[0].Code);
        Task Keep(PortalWrite write, VerificationSession session)
        {
            evidence.Add(write, Actor.System, kept.Value);
            journal.Tell(write, session, TimelineKind.FaceStored);
            return Task.CompletedTask;
        }
        return new Fetched(Keep);
    }

    private async Task<VendorAnswer<MediaFile>> DownloadAsync(Debt debt, CancellationToken cancellationToken)
    {
        // `simple` speaks of the token's last word only, so it stands in for an address just where that word is this attempt's.
        if (debt.Item.SealedUrl is { } sealedUrl && (debt.Item.Tries == 0 || !debt.AttemptPassed))
            return await vendor.DownloadAsync(subjects.OpenText(debt.Subject, "face-url", sealedUrl), cancellationToken);
        var simple = await vendor.GetSimpleAsync(debt.VerifyToken, cancellationToken);
        return simple.IsSuccess
            ? await vendor.DownloadAsync(simple.Value.ImageUrl, cancellationToken)
            : new VendorAnswer<MediaFile>(null, simple.Fault, null, simple.LogId);
    }

    private async Task<Fetched> FetchDetailAsync(
        Debt debt, CancellationToken cancellationToken)
    {
        var answer = await vendor.GetDetailAsync(debt.VerifyToken, cancellationToken);
        if (!answer.IsSuccess)
            return Fetched.Not(CodeOf(answer.Fault));
        async Task Complete(PortalWrite write, VerificationSession session)
        {
            var attempt = await write.Set<Attempt>().SingleAsync(a =>
                a.VerifyTokenId == debt.Item.VerifyTokenId && a.Order == debt.Item.AttemptOrder, cancellationToken);
            attempt.LivenessScore = answer.Value.LivenessScore ?? attempt.LivenessScore;
            attempt.SpoofingScore = answer.Value.SpoofingScore ?? attempt.SpoofingScore;
            attempt.IsDemote = answer.Value.IsDemote ?? attempt.IsDemote;
        }
        return new Fetched(Complete);
    }

    private static string CodeOf(VendorFault fault) => fault.Code ?? fault.Kind.ToString();

    private async Task<Debt> LoadAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var item = await db.Set<HarvestItem>().AsNoTracking().SingleAsync(i => i.Id == itemId, cancellationToken);
        var token = await db.Set<VerifyToken>().AsNoTracking().SingleAsync(t => t.Id == item.VerifyTokenId, cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleAsync(s => s.Id == item.SessionId, cancellationToken);
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var passed = await db.Set<Attempt>().AnyAsync(a =>
            a.VerifyTokenId == item.VerifyTokenId && a.Order == item.AttemptOrder && a.Passed, cancellationToken);
        return new Debt(item, passed, subject, subjects.OpenText(subject, "verify-token", token.SealedToken), session.Terms.RetentionDays);
    }

    private delegate Task Apply(PortalWrite write, VerificationSession session);

    /// <summary>What to store, or why there is nothing.</summary>
    private sealed record Fetched(Apply? Apply, string Fault = "")
    {
        public static Fetched Not(string fault) => new(null, fault);
    }

    private sealed record Debt(HarvestItem Item, bool AttemptPassed, Subject Subject, string VerifyToken, int RetentionDays);
}
