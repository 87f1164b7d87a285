using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>
/// Makes due again what a former process had claimed. One process owns the database, so when it is opened nobody is
/// asking anything: a claim found then is a dead one's. Where this cannot be written, a claim runs out by itself.
/// </summary>
public sealed class DeadClaims(PortalStore store, SessionJournal journal) : IOpeningStep
{
    public Task RunAsync(CancellationToken cancellationToken) => store.WriteAsync<int>(async write =>
    {
        var now = journal.NowUtc;
        var last = now + HarvestSchedule.Lease;
        // A due time so near is rare, so the index leaves few to look at.
        var tokens = await write.TakeAsync(write.Set<VerifyToken>()
            .Where(token => token.DueUtc > now && token.DueUtc <= last && token.AskedAtUtc != null), cancellationToken);
        foreach (var token in tokens.Where(token => token.DueUtc == token.AskedAtUtc + HarvestSchedule.Lease))
            (token.DueUtc, token.Version) = (Later(now, token.AskedAtUtc!.Value + EndUserJourney.LeastBetweenQuestions), token.Version + 1);
        // Whatever else puts an item off names the fault that it waits for.
        return tokens.Count + await write.Set<HarvestItem>()
            .Where(item => item.DueUtc > now && item.DueUtc <= last && item.LastFault == null)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.DueUtc, now), cancellationToken);
    }, cancellationToken);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
