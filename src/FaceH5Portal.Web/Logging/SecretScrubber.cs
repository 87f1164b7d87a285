using System.Text.RegularExpressions;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Logging;

/// <summary>Blots out what must never be in a log, whoever wrote the line: link codes, states, tokens, keys, ID numbers.</summary>
public static partial class SecretScrubber
{
    private const string Blot = "***";

    public static string Scrub(string text)
    {
        if (text.Length < 8)
            return text;
        text = OurSecretPaths().Replace(text, "$1" + Blot);
        text = OurSecrets().Replace(text, Blot);
        text = BearerKeys().Replace(text, "$1" + Blot);
        text = SecretParameters().Replace(text, "$1" + Blot);
        text = AccessTokens().Replace(text, Blot);
        text = IdNumbers().Replace(text, Blot);
        return RandomLooking().Replace(text, Blot);
    }

    // /v/{code} and /r/{state}, plain or URL-encoded
    [GeneratedRegex(@"((?:/|%2[fF]|%252[fF])[vr](?:/|%2[fF]|%252[fF]))[\w-]+")]
    private static partial Regex OurSecretPaths();

    [GeneratedRegex(Entropy.SecretPrefix + @"[\w-]{22}")]
    private static partial Regex OurSecrets();

    // Any key of the integration API, whatever it looks like, where it stands as a header.
    [GeneratedRegex(@"\b(bearer\s+)[\w.~+/=-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex BearerKeys();

    // A value may hold encoded characters of its own; an encoded & ends it.
    [GeneratedRegex(@"((?:token|secret|client_id|api_?key|authorization|state|code)(?:=|%3d|%253d))(?:[^&\s""'%]|%(?!26|2526)[0-9a-f]{2})+", RegexOptions.IgnoreCase)]
    private static partial Regex SecretParameters();

    [GeneratedRegex(@"\b2[45]\.[0-9a-f]{32}[\w.-]*")]
    private static partial Regex AccessTokens();

    // Digits right before it are no part of it when they end an escaped quote, as in %22 and \u0022.
    [GeneratedRegex(@"(?:(?<!\d)|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4}))[1-9]\d{5}(?:18|19|20)\d{9}[\dXx](?!\d)")]
    private static partial Regex IdNumbers();

    // A net for what has no known place: 22 characters or more with upper, lower and digits mixed is no word.
    [GeneratedRegex(@"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{22,}")]
    private static partial Regex RandomLooking();
}
