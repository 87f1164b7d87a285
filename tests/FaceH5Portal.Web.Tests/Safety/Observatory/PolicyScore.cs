namespace FaceH5Portal.Web.Tests.Safety.Observatory;

/// <summary>The policy of content, judged as the Observatory does: the first fault it knows decides.</summary>
internal static class PolicyScore
{
    private const int Missing = -25;

    private static readonly string[] Broad = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];
    private static readonly string[] Inline = ["'unsafe-inline'", "data:"];
    private static readonly string[] Passive = ["img-src", "media-src"];

    /// <summary>Null where there is none, or none that can be read.</summary>
    public static IReadOnlyDictionary<string, string[]>? Read(string? policy)
    {
        var directives = (policy ?? "").ToLowerInvariant().Split(';')
            .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0).ToList();
        return directives.Count > 0 && directives.DistinctBy(words => words[0]).Count() == directives.Count
            ? directives.ToDictionary(words => words[0], words => words[1..]) : null;
    }

    /// <summary>For an answer that came over https.</summary>
    public static int Of(IReadOnlyDictionary<string, string[]>? policy)
    {
        if (policy is null)
            return Missing;
        var (scripts, objects, styles) = (SourcesOf(policy, "script-src"), SourcesOf(policy, "object-src"), SourcesOf(policy, "style-src"));
        var active = policy.Where(entry => !Passive.Contains(entry.Key) && entry.Key != "script-src").SelectMany(entry => entry.Value).Concat(scripts);
        if (scripts.Intersect([.. Broad, .. Inline]).Any() || objects.Intersect(Broad).Any())
            return -20;
        if (active.Any(IsInsecure))
            return -20;
        if (scripts.Concat(styles).Contains("'unsafe-eval'"))
            return -10;
        if (Passive.SelectMany(name => SourcesOf(policy, name)).Any(IsInsecure))
            return -10;
        if (styles.Intersect([.. Broad, .. Inline]).Any())
            return 0;
        return policy.GetValueOrDefault("default-src") is ["'none'"] ? 10 : 5;
    }

    private static string[] SourcesOf(IReadOnlyDictionary<string, string[]> policy, string name) =>
        policy.GetValueOrDefault(name) ?? policy.GetValueOrDefault("default-src") ?? ["*"];

    private static bool IsInsecure(string source) =>
        source.StartsWith("http:", StringComparison.Ordinal) || source.StartsWith("ftp:", StringComparison.Ordinal);
}
