using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Fetches what is owed of one token, and stores each thing or its next due time.</summary>
public sealed partial class ItemHarvester(
    PortalStore store, IEnumerable<IItemFetcher> fetchers, HarvestClaims claims, EvidenceVault evidence, TokenAccounts accounts, SessionJournal journal,
    ILogger<ItemHarvester> logger)
{
    private readonly IReadOnlyList<IItemFetcher> known = [.. fetchers];

    /// <param name="claimed">By who asked for the verdict; null where nobody did.</param>
    public async Task FetchAsync(Guid tokenId, IReadOnlyList<Debt>? claimed, CancellationToken cancellationToken)
    {
        claimed ??= await ClaimAsync(tokenId, cancellationToken);
        if (claimed.Count == 0)
            return;
        using var trace = VerificationTrace.Start("fetch", claimed[0].Item.SessionId);
        var brought = new List<Brought>();
        foreach (var debt in claimed)
            brought.Add(new Brought(debt.Item.Id, await FetchAsync(debt, cancellationToken)));
        await StoreAsync(tokenId, brought, cancellationToken);
    }

    private async Task<IReadOnlyList<Debt>> ClaimAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var claimed = await store.WriteAsync<List<Debt>>(
            write => claims.Take(TokenFile.Load(write, tokenId)), cancellationToken);
        return claimed.Ok ? claimed.Value : [];
    }

    /// <summary>What one item breaks on may not keep the others of its token from being fetched.</summary>
    private async Task<Fetched> FetchAsync(Debt debt, CancellationToken cancellationToken)
    {
        try
        {
            return await known.Single(fetcher => fetcher.Fetches(debt.Item.Kind)).FetchAsync(debt, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, debt.Item.Kind, debt.Item.SessionId, exception);
            return Fetched.Not(new VendorFault(VendorFaultKind.Unreadable, HarvestPass.Broken, "The portal broke on what came.", false));
        }
    }

    /// <summary>At once, or, where one thing cannot be stored, each by itself: then the others are.</summary>
    private async Task StoreAsync(Guid tokenId, List<Brought> brought, CancellationToken cancellationToken)
    {
        try
        {
            await StoreTogetherAsync(tokenId, brought, cancellationToken);
        }
        catch (Exception exception) when (brought.Count > 1 && exception is not OperationCanceledException)
        {
            Log.NotTogether(logger, tokenId, exception);
            await Task.WhenAll(brought.Select(one => StoreTogetherAsync(tokenId, [one], cancellationToken)));
        }
    }

    private Task<Result<Guid>> StoreTogetherAsync(Guid tokenId, List<Brought> brought, CancellationToken cancellationToken) =>
        store.WriteAsync<Guid>(write =>
        {
            var file = TokenFile.Load(write, tokenId);
            foreach (var (itemId, fetched) in brought)
                if (file.Items.Single(item => item.Id == itemId) is { State: HarvestItemState.Owed } owed)
                {
                    Settle(write, file, owed, fetched);
                    if (owed is { Kind: HarvestKind.Stat, DueUtc: null })
                        accounts.HearStatistics(write, file.Owner, fetched.Statistics);
                }
            file.Note();
            return tokenId;
        }, cancellationToken);

    private void Settle(PortalWrite write, TokenFile file, HarvestItem item, Fetched fetched)
    {
        if (fetched.Fault is { } fault)
        {
            if (fetched.IsNothing)
                item.Settle(HarvestItemState.Absent, journal.NowUtc, fault.Code);
            else
                PutOff(file.Token, item, fetched, fault);
            return;
        }
        if (evidence.Add(write, Actor.System, fetched.Evidence!) is { } refused)
        {
            item.Settle(HarvestItemState.Absent, journal.NowUtc, refused.Code);
            return;
        }
        fetched.Then?.Invoke(write, file);
        item.Settle(HarvestItemState.Done, journal.NowUtc);
    }

    private void PutOff(VerifyToken token, HarvestItem item, Fetched fetched, VendorFault fault)
    {
        item.LastFault = fault.Code ?? fault.Kind.ToString();
        var next = journal.NowUtc + HarvestSchedule.After(fault, item.Tries);
        // What was never asked is no try that failed.
        if (fault.Kind != VendorFaultKind.Paused)
            item.Tries++;
        item.DueUtc = next < item.DeadlineUtc + TokenWindows.Results ? next : null;
        // The record of the token names a fresh address for each of its pictures; one question serves them all. It waits as
        // long as the picture does: a vendor that names a useless address again and again must not be asked without end.
        if (fetched.NeedsAddress && token.DueUtc is null && item.DueUtc is not null)
            (token.DueUtc, token.Version) = (item.DueUtc, token.Version + 1);
    }

    private sealed record Brought(Guid ItemId, Fetched Fetched);

    private static partial class Log
    {
        [LoggerMessage(11, LogLevel.Error, "Fetching {Kind} of session {SessionId} failed; it is postponed.")]
        public static partial void Failed(ILogger logger, HarvestKind kind, Guid sessionId, Exception exception);

        [LoggerMessage(12, LogLevel.Warning, "What was fetched of token {TokenId} cannot be stored together; each is stored by itself.")]
        public static partial void NotTogether(ILogger logger, Guid tokenId, Exception exception);
    }
}
