using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Deletes pictures at the end of their retention and says so on their sessions.</summary>
public sealed class MediaExpiry(PortalStore store, EvidenceRetention retention, SessionJournal journal)
{
    public Task<DateTime?> NextDueAsync(CancellationToken cancellationToken) => retention.NextDueAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await retention.NextDueAsync(cancellationToken) is not { } due || due > journal.NowUtc)
            return;
        await retention.SweepOrphansAsync(cancellationToken);
        await store.WriteAsync<int>(async write =>
        {
            var losers = await retention.DeleteDueAsync(write, cancellationToken);
            foreach (var session in await write.Set<VerificationSession>()
                .Where(s => losers.Contains(s.Id)).ToListAsync(cancellationToken))
            {
                session.Privacy = PrivacyState.MediaDeleted;
                journal.Tell(write, session, TimelineKind.MediaDeleted);
            }
            return losers.Count;
        }, cancellationToken);
    }
}
