using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>How much of what the vendor holds of a session is here.</summary>
public static class HarvestSummary
{
    public static async Task UpdateAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        var tokens = await write.TakeAsync(write.Set<VerifyToken>().Where(token => token.SessionId == session.Id), cancellationToken);
        Apply(session, tokens, await write.TakeAsync(write.Set<HarvestItem>().Where(item => item.SessionId == session.Id), cancellationToken));
    }

    public static void Apply(VerificationSession session, IReadOnlyList<VerifyToken> tokens, IReadOnlyList<HarvestItem> items)
    {
        var states = items.Select(item => item.State).ToHashSet();
        if (states.Contains(HarvestItemState.Owed) || OwesVerdict(session, tokens))
            session.Harvest = states.Contains(HarvestItemState.Done) ? HarvestState.Partial : HarvestState.Owed;
        else if (states.Contains(HarvestItemState.Lost) || session.ResolvedBy is not null)
            session.Harvest = HarvestState.Lost;
        else
            session.Harvest = states.Count == 0 ? HarvestState.NotDue : HarvestState.Complete;
    }

    /// <summary>Whatever the status: a session that was cancelled or passed may have a token that is still asked about.</summary>
    private static bool OwesVerdict(VerificationSession session, IReadOnlyList<VerifyToken> tokens) =>
        session.Status == SessionStatus.Confirming || session is { Status: SessionStatus.Unresolved, ResolvedBy: null }
        || tokens.Any(token => token.AwaitsAnswer);
}
