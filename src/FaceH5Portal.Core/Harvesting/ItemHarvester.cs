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
        var fetched = debt is null
            ? Fetched.Nothing(SessionRedaction.Code)
            : await known.Single(fetcher => fetcher.Fetches(debt.Item.Kind)).FetchAsync(debt, cancellationToken);
        await store.WriteAsync<Guid>(async write =>
        {
            var (item, session) = await LoadAsync(write, itemId, cancellationToken);
            if (item.State == HarvestItemState.Owed)
                await SettleAsync(write, session, item, fetched, cancellationToken);
            await HarvestDebts.SummariseAsync(write, session, cancellationToken);
            SessionJournal.Touch(write, session);
            return item.Id;
        }, cancellationToken);
    }

    /// <summary>
    /// Written before the vendor is asked: where nothing can be stored, nothing is asked. A claim waits for no fault, which
    /// tells it from every other wait.
    /// </summary>
    private Task<Result<Guid>> ClaimAsync(Guid itemId, CancellationToken cancellationToken) =>
        store.WriteAsync<Guid>(async write =>
        {
            var now = journal.NowUtc;
            var claimed = await write.Set<HarvestItem>().Where(i => i.Id == itemId && i.DueUtc <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.DueUtc, now + HarvestSchedule.Lease)
                    .SetProperty(i => i.LastFault, (string?)null), cancellationToken);
            return claimed == 1 ? itemId : new PortalError("not-due");
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

    private static async Task<(HarvestItem, VerificationSession)> LoadAsync(PortalWrite write, Guid itemId, CancellationToken cancellationToken)
    {
        var found = await write.Set<HarvestItem>().Where(i => i.Id == itemId)
            .Join(write.Set<VerificationSession>(), i => i.SessionId, s => s.Id, (item, session) => new { item, session })
            .SingleAsync(cancellationToken);
        return (found.item, found.session);
    }

    /// <summary>Null when its person is erased.</summary>
    private async Task<Debt?> LoadAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var found = await db.Set<HarvestItem>().Where(i => i.Id == itemId)
            .Join(db.Set<VerifyToken>(), i => i.VerifyTokenId, t => t.Id, (item, token) => new { item, token })
            .Join(db.Set<VerificationSession>(), f => f.item.SessionId, s => s.Id, (f, session) => new { f.item, f.token, session })
            .Join(db.Set<Subject>(), f => f.session.SubjectId, s => s.Id, (f, subject) => new { f.item, f.token, f.session, subject })
            .LeftJoin(db.Set<Attempt>(), f => new { f.item.VerifyTokenId, Order = f.item.AttemptOrder }, a => new { a.VerifyTokenId, a.Order },
                (f, attempt) => new { f.item, f.token, f.session, f.subject, attempt })
            .AsNoTracking().SingleAsync(cancellationToken);
        return subjects.TryOpenText(found.subject, "verify-token", found.token.SealedToken) is { } verifyToken
            ? new Debt(found.item, found.attempt, found.subject, found.token.CredentialId, verifyToken, found.session.Terms) : null;
    }
}
