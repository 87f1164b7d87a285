using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Deletes pictures at the end of their retention and says so on their sessions.</summary>
public sealed class MediaExpiry(PortalStore store, EvidenceRetention retention, SessionJournal journal)
{
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    private DateTime cleanedUtc;

    public Task<DateTime?> NextDueAsync(CancellationToken cancellationToken) => retention.NextDueAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (journal.NowUtc - cleanedUtc >= BetweenCleanings)
        {
            await ShortenMatchPhotosAsync(cancellationToken);
            // What was deleted or erased since the last time leaves the log too, even where a reader or a kill was in the way.
            await store.EmptyLogAsync(cancellationToken);
            cleanedUtc = journal.NowUtc;
        }
        if (await retention.NextDueAsync(cancellationToken) is { } due && due <= journal.NowUtc)
            await DeleteAsync(cancellationToken);
    }

    /// <summary>A match photo waits as long as its link may be used; once the session is over its days run like any picture's.</summary>
    private Task<Result<int>> ShortenMatchPhotosAsync(CancellationToken cancellationToken) => store.WriteAsync<int>(async write =>
    {
        var now = journal.NowUtc;
        // What has no end, such as every answer ever kept, is passed over by the index.
        var waiting = await write.Set<EvidenceItem>()
            .Where(item => item.Kind == EvidenceKind.Match && item.DeletedAtUtc == null && item.KeepUntilUtc > now)
            .Join(write.Set<VerificationSession>().Where(s => s.FinishedAtUtc != null), item => item.SessionId, s => s.Id,
                (item, session) => new { item, session }).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var found in waiting)
        {
            var (item, end) = (write.Take(found.item), found.session.FinishedAtUtc!.Value.AddDays(found.session.Terms.DaysOf(EvidenceKind.Match)));
            if (end < item.KeepUntilUtc)
                item.KeepUntilUtc = end;
        }
        return waiting.Count;
    }, cancellationToken);

    private Task<Result<int>> DeleteAsync(CancellationToken cancellationToken) => store.WriteAsync<int>(async write =>
    {
        var losers = await retention.DeleteDueAsync(write, cancellationToken);
        foreach (var session in await write.TakeAsync(write.Set<VerificationSession>().Where(s => losers.Contains(s.Id)), cancellationToken))
        {
            var items = await write.TakeAsync(write.Set<EvidenceItem>().Where(item => item.SessionId == session.Id), cancellationToken);
            if (session.Privacy != PrivacyState.Redacted && items.TrueForAll(item => item.DeletedAtUtc is not null || item.KeepUntilUtc is null))
                session.Privacy = PrivacyState.MediaDeleted;
            journal.Tell(write, session, TimelineKind.MediaDeleted);
        }
        return losers.Count;
    }, cancellationToken);
}
