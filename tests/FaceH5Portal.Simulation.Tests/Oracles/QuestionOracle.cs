using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>No result was asked for before there was reason to: the act, a valid return, the token's death, or somebody who takes the risk.</summary>
internal sealed class QuestionOracle(World world, TruthBook truth, Books books)
{
    public void Check()
    {
        foreach (var token in truth.Tokens)
            if (world.Wire.Log.Of(token.VerifyToken).FirstQuestionUtc is { } asked && asked < AllowedUtc(token))
                world.Fail($"{world.Story.NameOf(token.VerifyToken)} was asked about before anybody could have acted");
    }

    private DateTime AllowedUtc(TruthToken token)
    {
        var allowed = Earlier(token.Minted + TokenWindows.Use, token.StatementAcceptedAt);
        allowed = Earlier(allowed, world.Wire.Log.Of(token.VerifyToken).AllowedUtc);
        if (!books.Tokens.TryGetValue(token.VerifyToken, out var known))
            return allowed;
        if (known.RiskTakenBy is not null)
            return DateTime.MinValue;
        return books.Sessions[known.SessionId].Terms.EarlyProbes ? Earlier(allowed, token.Minted + EarlyProbes.First) : allowed;
    }

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;
}
