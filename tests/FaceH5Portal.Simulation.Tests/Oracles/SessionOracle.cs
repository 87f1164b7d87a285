using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>Every session has come to an end, nobody passed who did not, and the harvest's summary is that of its items.</summary>
internal sealed class SessionOracle(World world, TruthBook truth, Books books)
{
    public void Check()
    {
        var passed = truth.Tokens.Where(token => token.Attempts.Any(attempt => attempt.Passed)).Select(token => token.VerifyToken).ToHashSet();
        var entitled = books.Tokens.Where(pair => passed.Contains(pair.Key)).Select(pair => pair.Value.SessionId).ToHashSet();
        foreach (var session in books.Sessions.Values)
        {
            var name = world.NameOf(session.Id);
            if (!session.Status.IsFinal())
                world.Fail($"{name} is stuck in {session.Status}, {DueOf(session)}");
            if (session.Status == SessionStatus.Passed && !entitled.Contains(session.Id))
                world.Fail($"{name} passed, and the vendor knows of no such attempt");
            if (!EndsAsItsAttemptsSay(session))
                world.Fail($"{name} is {session.Status}, and its attempts say otherwise");
            if (session.AttemptCount != books.Attempts.Count(attempt => attempt.SessionId == session.Id))
                world.Fail($"{name} counts {session.AttemptCount} attempts");
            if (session.Harvest != HarvestOf(session))
                world.Fail($"{name} says its harvest is {session.Harvest}, and its items say {HarvestOf(session)}");
        }
    }

    /// <summary>What was known by the end decides it; what came later, or in the same sweep from another token, stands beside it.</summary>
    private bool EndsAsItsAttemptsSay(VerificationSession session)
    {
        var known = books.Attempts.Where(attempt => attempt.SessionId == session.Id && attempt.RecordedAtUtc <= session.FinishedAtUtc).ToList();
        var hadPassed = known.Exists(attempt => attempt.Passed && attempt.RecordedAtUtc < session.FinishedAtUtc);
        return session.Status switch
        {
            SessionStatus.Passed => known.Exists(attempt => attempt.Passed),
            SessionStatus.Failed => known.Count > 0 && !hadPassed,
            SessionStatus.Expired or SessionStatus.Unresolved => !hadPassed,
            _ => true,
        };
    }

    private string DueOf(VerificationSession session) =>
        books.Tokens.Values.Any(token => token.SessionId == session.Id && token.DueUtc is not null) ? "a question is due" : "nothing is due";

    private HarvestState HarvestOf(VerificationSession session)
    {
        var states = books.Items.Where(item => item.SessionId == session.Id).Select(item => item.State).ToHashSet();
        if (states.Contains(HarvestItemState.Owed) || session is { Status: SessionStatus.Unresolved, ResolvedBy: null })
            return states.Contains(HarvestItemState.Done) ? HarvestState.Partial : HarvestState.Owed;
        if (session.ResolvedBy is not null || states.Contains(HarvestItemState.Lost))
            return HarvestState.Lost;
        return states.Count == 0 ? HarvestState.NotDue : HarvestState.Complete;
    }
}
