using System.Globalization;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>Every attempt that the vendor told of is in the books, once and as it was; and nothing else is.</summary>
internal sealed class AttemptOracle(World world, TruthBook truth, Books books)
{
    // So many questions, all of them spoiled on the way, excuse the portal for not knowing.
    private const int QuestionsThatExcuse = 3;

    public void Check()
    {
        foreach (var token in truth.Tokens.Where(token => token.Attempts.Count > 0))
            if (books.Tokens.TryGetValue(token.VerifyToken, out var known))
                CheckToken(token, known);
            else
                world.Fail($"{world.Story.NameOf(token.VerifyToken)} has attempts and the portal does not know it");
        var real = truth.Tokens.ToDictionary(token => token.VerifyToken, token => token.Attempts.Count);
        foreach (var (name, known) in books.Tokens)
            if (books.Attempts.Any(attempt => attempt.VerifyTokenId == known.Id && attempt.Order > real[name]))
                world.Fail($"the portal has an attempt of {world.Story.NameOf(name)} that never was");
    }

    private void CheckToken(TruthToken token, VerifyToken known)
    {
        foreach (var attempt in token.Attempts)
        {
            var kept = books.Attempts.Where(a => a.VerifyTokenId == known.Id && a.Order == attempt.Order).ToList();
            if (kept.Count == 0)
                CheckExcuse(token, attempt);
            else if (kept.Count > 1 || Differs(kept[0], attempt))
                world.Fail($"attempt {attempt.Order} of {world.Story.NameOf(token.VerifyToken)} is not in the books as it was");
        }
    }

    private void CheckExcuse(TruthToken token, TruthAttempt attempt)
    {
        var log = world.Wire.Log.Of(token.VerifyToken);
        var asked = log.AskedUtc.Count(at => at >= attempt.Time);
        if (log.Told?.Attempts >= attempt.Order)
            world.Fail($"attempt {attempt.Order} of {world.Story.NameOf(token.VerifyToken)} was told and is not in the books");
        else if (asked < QuestionsThatExcuse)
            world.Fail($"attempt {attempt.Order} of {world.Story.NameOf(token.VerifyToken)} was asked for {asked} times only");
        else
            world.Coverage.Untold++;
    }

    private static bool Differs(Attempt kept, TruthAttempt real) =>
        kept.Code != real.Code.ToString(CultureInfo.InvariantCulture) || kept.Passed != real.Passed || kept.Score != real.Score;
}
