using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Wires;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>
/// No result was asked for before there was reason to: the act, a valid return, the token's death, or somebody who takes
/// the risk. And none was asked for without end.
/// </summary>
internal sealed class QuestionOracle(World world, TruthBook truth, Books books)
{
    // Every quarter of an hour of the days that the vendor remembers, and the quick ones before.
    private const int MostQuestions = 420;

    // A record that came whole is asked for again at the token's death, and four times an hour while the vendor names addresses that nobody can use.
    private const int MostTellings = 40;

    public void Check()
    {
        foreach (var (verifyToken, token) in books.Tokens)
            CheckBounds(token, world.Wire.Log.Of(verifyToken));
        foreach (var token in truth.Tokens)
            if (world.Wire.Log.Of(token.VerifyToken).FirstQuestionUtc is { } asked && asked < AllowedUtc(token))
                world.Fail($"{world.Story.NameOf(token.VerifyToken)} was asked about before anybody could have acted");
    }

    private void CheckBounds(VerifyToken token, TokenLog log)
    {
        world.Coverage.Asked(log.AskedUtc.Count, log.Tellings - log.Returns);
        if (log.AskedUtc.Count > MostQuestions + log.Returns || log.Tellings > MostTellings + log.Returns)
            world.Fail($"{world.NameOf(token.SessionId)} cost {log.AskedUtc.Count} questions and was told {log.Tellings} times after {log.Returns} returns");
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
