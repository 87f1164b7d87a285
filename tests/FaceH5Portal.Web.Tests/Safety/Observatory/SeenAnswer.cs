using AngleSharp.Html.Parser;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Net.Http.Headers;

namespace FaceH5Portal.Web.Tests.Safety.Observatory;

/// <summary>As much of an answer as a scanner looks at.</summary>
internal sealed record SeenAnswer(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<SetCookieHeaderValue> Cookies)
{
    public bool RedirectsToHttps { get; init; } = true;

    public bool LoadsScriptsFromElsewhere { get; init; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<SeenAnswer> ReadAsync(HttpResponseMessage answer, bool redirectsToHttps)
    {
        return new SeenAnswer(
            answer.Headers.Where(header => header.Key != "Set-Cookie").ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
            [.. SetCookieHeaderValue.ParseList([.. Visitor.CookiesOf(answer)])])
        {
            RedirectsToHttps = redirectsToHttps,
            LoadsScriptsFromElsewhere = answer.Content.Headers.ContentType?.MediaType == "text/html" && LoadsFromElsewhere(await answer.Content.ReadAsStringAsync()),
        };
    }

    private static bool LoadsFromElsewhere(string html) => new HtmlParser().ParseDocument(html).QuerySelectorAll("script[src]")
        .Any(script => Uri.TryCreate(script.GetAttribute("src"), UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal));
}
