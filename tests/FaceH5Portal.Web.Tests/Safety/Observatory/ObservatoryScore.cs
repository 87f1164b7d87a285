namespace FaceH5Portal.Web.Tests.Safety.Observatory;

/// <summary>
/// What MDN's HTTP Observatory would give an answer, after the figures of its published table (src/grader/charts.js in
/// mdn/mdn-http-observatory). Starts at 100; what is good adds only where at least 90 are left.
/// </summary>
internal static class ObservatoryScore
{
    private const int Start = 100;
    private const int LeastForExtra = 90;

    public static int Of(SeenAnswer answer) => Sum(Parts(answer).Values);

    /// <summary>Each of its tests and what it adds or takes.</summary>
    public static IReadOnlyDictionary<string, int> Parts(SeenAnswer answer)
    {
        var policy = PolicyScore.Read(answer.Header("Content-Security-Policy"));
        return new Dictionary<string, int>
        {
            ["Content-Security-Policy"] = PolicyScore.Of(policy),
            ["Cookies"] = CookieScore.Of(answer.Cookies, answer.Header("Strict-Transport-Security") is not null),
            ["Cross-Origin-Resource-Sharing"] = answer.Header("Access-Control-Allow-Origin") is not null && answer.Header("Access-Control-Allow-Credentials") == "true" ? -50 : 0,
            ["Redirection"] = answer.RedirectsToHttps ? 0 : -20,
            ["Referrer-Policy"] = ReferrerOf(answer.Header("Referrer-Policy")),
            ["Strict-Transport-Security"] = TransportOf(answer.Header("Strict-Transport-Security")),
            ["Subresource-Integrity"] = answer.LoadsScriptsFromElsewhere ? -5 : 0,
            ["X-Content-Type-Options"] = answer.Header("X-Content-Type-Options") == "nosniff" ? 0 : -5,
            ["X-Frame-Options"] = FramesOf(policy, answer.Header("X-Frame-Options")),
            ["Cross-Origin-Resource-Policy"] = answer.Header("Cross-Origin-Resource-Policy") switch
            {
                "same-origin" or "same-site" => 10,
                null or "cross-origin" => 0,
                _ => -5,
            },
        };
    }

    public static int Sum(IEnumerable<int> parts)
    {
        var all = parts.ToList();
        var plain = Start + all.Where(part => part < 0).Sum();
        return Math.Max(0, plain >= LeastForExtra ? plain + all.Where(part => part > 0).Sum() : plain);
    }

    private static int ReferrerOf(string? policy) => policy switch
    {
        "no-referrer" or "same-origin" or "strict-origin" or "strict-origin-when-cross-origin" => 5,
        null => 0,
        _ => -5,
    };

    private static int TransportOf(string? rule)
    {
        const int sixMonths = 15_768_000;
        var age = rule?.Split(';').Select(part => part.Trim().Split('=')).FirstOrDefault(part => part is ["max-age", _])?[1];
        return int.TryParse(age, out var seconds) ? seconds >= sixMonths ? 0 : -10 : -20;
    }

    private static int FramesOf(IReadOnlyDictionary<string, string[]>? policy, string? header)
    {
        if (policy?.ContainsKey("frame-ancestors") == true)
            return 5;
        return header is "DENY" or "SAMEORIGIN" ? 0 : -20;
    }
}
