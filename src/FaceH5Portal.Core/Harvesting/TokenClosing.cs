using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What an answer means for the token itself: whether it is used again, and when it is asked about next.</summary>
internal static class TokenClosing
{
    /// <summary>A token that takes further attempts is asked once more when it has died; that one was made refutes an early end.</summary>
    public static void AfterAttempts(VerifyToken token, bool takesMore, DateTime nowUtc)
    {
        token.EndedAtUtc = takesMore && nowUtc < token.DiesAtUtc ? null : token.EndedAtUtc ?? nowUtc;
        token.DueUtc = token.EndedAtUtc is null ? Next(token) : null;
    }

    /// <summary>
    /// Nobody tried, or the vendor refused it: the question itself may have killed the token, so nobody is sent to it
    /// again. Somebody may still be in it, so it is asked once more when it has died.
    /// </summary>
    public static void AfterNothing(VerifyToken token, bool probes, DateTime nowUtc)
    {
        token.EndedAtUtc ??= nowUtc;
        (token.Tries, token.LastFault) = (0, null);
        token.DueUtc = nowUtc >= token.DiesAtUtc ? null : probes ? Earlier(Next(token), EarlyProbes.After(token, nowUtc)) : Next(token);
    }

    public static bool IsForgotten(VerifyToken token, VerdictMeaning meaning, DateTime nowUtc) => meaning switch
    {
        // Of a token whose result it has forgotten the vendor says the same as of one that nobody used.
        VerdictMeaning.TokenRefused => nowUtc >= token.MintedAtUtc + TokenWindows.Results,
        VerdictMeaning.Comparing or VerdictMeaning.NoAnswer => nowUtc >= token.ForgottenAtUtc,
        _ => false,
    };

    private static DateTime Earlier(DateTime one, DateTime? other) => other < one ? other.Value : one;

    // Sooner than its death when the person came back again while the question was under way.
    private static DateTime Next(VerifyToken token) => token.ReturnedAtUtc > token.AskedAtUtc
        ? token.AskedAtUtc!.Value + EndUserJourney.LeastBetweenQuestions
        : token.DiesAtUtc;
}
