using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Nobody's picture is fetched who has taken their consent back; what it cost and what was decided still is.</summary>
public sealed class WithdrawnPictures(SessionJournal journal) : IWithdrawalFollower
{
    public async Task FollowAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var owed = await write.TakeAsync(write.Set<HarvestItem>()
            .Where(item => item.SessionId == session.Id && item.State == HarvestItemState.Owed), cancellationToken);
        foreach (var item in owed.Where(item => item.Kind.BringsPictures(session.Terms)))
        {
            item.SealedUrl = null;
            item.Settle(HarvestItemState.Absent, journal.NowUtc, WayOut.WithdrawnReason);
        }
        await HarvestSummary.UpdateAsync(write, session, cancellationToken);
    }
}
