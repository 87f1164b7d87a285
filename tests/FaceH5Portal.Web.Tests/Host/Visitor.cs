using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>A browser without script: pages, cookies, and forms sent with what they hide.</summary>
internal sealed class Visitor : IDisposable
{
    public const string StartForm = "form:has([data-testid=verify-start])";

    private readonly HttpClient http;

    public Visitor(HttpClient http, string language)
    {
        this.http = http;
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public void Dispose() => http.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path, string? cookie = null) => GetAsync(path, ("Cookie", cookie));

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string? Value)[] headers) => AskAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await PageOfAsync(answer);
    }

    public static async Task<IHtmlDocument> PageOfAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => http.PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Follows a link of ours to the page it leads to.</summary>
    public async Task OpenAsync(Uri link)
    {
        using var answer = await GetAsync(link.AbsolutePath);
        Assert.EndsWith("/verify", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Sends the form of /verify, its tick set or not.</summary>
    public async Task<HttpResponseMessage> StartAsync(bool agreed)
    {
        var hidden = Hidden(await ReadAsync("/verify"), StartForm);
        return await PostAsync("/verify", agreed ? [.. hidden, ("Agreed", "yes"), ("Born", "1990-03-07")] : hidden);
    }

    /// <summary>Sends a form of ours with a valid proof of origin, and with whatever else the caller likes.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var proof = Hidden(await ReadAsync("/r/fh5_anystateatallwilldo00"), "form").Single(field => field.Name == "__RequestVerificationToken");
        return await PostAsync(path, [proof, .. fields]);
    }

    public static (string Name, string Value)[] Hidden(IHtmlDocument page, string form) =>
        [.. page.QuerySelector(form)!.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value))];
}
