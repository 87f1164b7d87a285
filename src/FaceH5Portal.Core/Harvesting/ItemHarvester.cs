using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Fetches one owed item, and stores it or its next due time.</summary>
public sealed class ItemHarvester(
    PortalStore store, IEnumerable<IItemFetcher> fetchers, SubjectVault subjects, SessionJournal journal)
{
    private readonly IReadOnlyList<IItemFetcher> known = [.. fetchers];

    public async Task FetchAsync(Guid itemId, CancellationToken cancellationToken)
    {
        if (!(await ClaimAsync(itemId, cancellationToken)).Ok)
            return;
        var debt = await LoadAsync(itemId, cancellationToken);
        var fetched = await known.Single(fetcher => fetcher.Fetches(debt.Item.Kind)).FetchAsync(debt, cancellationToken);
        await store.WriteAsync<Guid>(async write =>
        {
            var item = await write.Set<HarvestItem>().SingleAsync(i => i.Id == itemId, cancellationToken);
            var session = await write.Set<VerificationSession>().SingleAsync(s => s.Id == item.SessionId, cancellationToken);
            if (item.State == HarvestItemState.Owed)
                await SettleAsync(write, session, item, fetched, cancellationToken);
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

    private async Task SettleAsync(
        PortalWrite write, VerificationSession session, HarvestItem item, Fetched fetched, CancellationToken cancellationToken)
    {
        if (fetched.Apply is { } apply)
        {
            await apply(write, session);
            item.Settle(fetched.State, journal.NowUtc, fetched.Fault?.Code);
            return;
        }
        var fault = fetched.Fault!;
        item.LastFault = fault.Code ?? fault.Kind.ToString();
        var next = journal.NowUtc + HarvestSchedule.After(fault, item.Tries);
        // What was never asked is no try that failed.
        if (fault.Kind != VendorFaultKind.Paused)
            item.Tries++;
        item.DueUtc = next < item.DeadlineUtc + TokenWindows.Results ? next : null;
        if (fetched.NeedsAddress)
            await AskForAddressAsync(write, item, cancellationToken);
    }

    /// <summary>
    /// The record of the token names a fresh address for each of its pictures; one question serves them all. It waits as
    /// long as the picture does: a vendor that names a useless address again and again must not be asked without end.
    /// </summary>
    private static async Task AskForAddressAsync(PortalWrite write, HarvestItem item, CancellationToken cancellationToken)
    {
        var token = await write.Set<VerifyToken>().SingleAsync(t => t.Id == item.VerifyTokenId, cancellationToken);
        if (token.DueUtc is not null || item.DueUtc is null)
            return;
        token.DueUtc = item.DueUtc;
        token.Version++;
    }

    private async Task<Debt> LoadAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var item = await db.Set<HarvestItem>().AsNoTracking().SingleAsync(i => i.Id == itemId, cancellationToken);
        var token = await db.Set<VerifyToken>().AsNoTracking().SingleAsync(t => t.Id == item.VerifyTokenId, cancellationToken);
        var session = await db.Set<VerificationSession>().AsNoTracking().SingleAsync(s => s.Id == item.SessionId, cancellationToken);
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(s => s.Id == session.SubjectId, cancellationToken);
        var attempt = await db.Set<Attempt>().AsNoTracking().SingleOrDefaultAsync(a =>
            a.VerifyTokenId == item.VerifyTokenId && a.Order == item.AttemptOrder, cancellationToken);
        return new Debt(item, attempt, subject, token.CredentialId, subjects.OpenText(subject, "verify-token", token.SealedToken), session.Terms);
    }
}
