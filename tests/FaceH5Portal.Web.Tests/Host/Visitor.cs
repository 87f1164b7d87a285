using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>A browser without script: pages, cookies, and forms sent with what they hide.</summary>
internal sealed class Visitor : IDisposable
{
    public const string StartForm = "form:has([data-testid=verify-start])";

    private static readonly Uri Site = new("https://localhost");

    private readonly HttpClient http;

    public Visitor(HttpClient http, string language)
    {
        this.http = http;
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public void Dispose() => http.Dispose();

    /// <summary>From now on this header goes along with every request.</summary>
    public void Always(string header, string value) => http.DefaultRequestHeaders.Add(header, value);

    /// <summary>What a program sends that may be sent twice.</summary>
    public async Task<HttpResponseMessage> PostJsonAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await http.SendAsync(request);
    }

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

    /// <summary>What a browser or a messenger fetches before anybody has clicked.</summary>
    public async Task<HttpResponseMessage> PrefetchAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Add("Sec-Purpose", "prefetch");
        return await http.SendAsync(request);
    }

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

    /// <summary>Sends the form of a button as its page shows it, with what the person filled in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string button, params (string Name, string Value)[] filled)
    {
        var page = await ReadAsync(path);
        return await PostAsync(page.QuerySelector(FormOf(button))!.GetAttribute("action") ?? path, [.. Hidden(page, FormOf(button)), .. filled]);
    }

    /// <summary>Sends a form with a file, as a browser does; without one when none was chosen.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string button, string field, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(await ReadAsync(path), FormOf(button)))
            form.Add(new StringContent(value), name);
        using var chosen = new ByteArrayContent(file);
        chosen.Headers.ContentDisposition = new("form-data") { Name = $"\"{field}\"", FileName = file.Length == 0 ? "\"\"" : "\"photo.jpg\"" };
        form.Add(chosen);
        return await http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>An answer that goes on for as long as it is listened to.</summary>
    public Task<HttpResponseMessage> ListenAsync(string path) =>
        http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Where an answer leads on this site; null when it leads nowhere.</summary>
    public static string? LeadsTo(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? new Uri(Site, location).PathAndQuery : null;

    /// <summary>The cookies that an answer sets, changes or takes away.</summary>
    public static IEnumerable<string> CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];

    public static string FormOf(string button) => $"form:has([data-testid={button}])";

    public static IElement Find(IHtmlDocument page, string testId) =>
        page.QuerySelector($"[data-testid={testId}]") ?? throw new InvalidOperationException($"No {testId} on the page: {page.Body!.TextContent}");

    public static bool Has(IHtmlDocument page, string testId) => page.QuerySelector($"[data-testid={testId}]") is not null;

    /// <summary>What the page of /verify asks for next.</summary>
    public async Task<string?> StepAsync() => Find(await ReadAsync("/verify"), "verify-title").GetAttribute("data-step");

    /// <summary>The code of what was wrong with the form that this answers; null when nothing was.</summary>
    public static async Task<string?> FaultOfAsync(HttpResponseMessage answer) =>
        (await PageOfAsync(answer)).QuerySelector("[data-testid=verify-error]")?.GetAttribute("data-code");

    /// <summary>Sends a form of ours with a valid proof of origin, and with whatever else the caller likes.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var proof = Hidden(await ReadAsync("/r/fh5_anystateatallwilldo00"), "form").Single(field => field.Name == "__RequestVerificationToken");
        return await PostAsync(path, [proof, .. fields]);
    }

    /// <summary>Is the person of the demonstration with this role from now on.</summary>
    public async Task ActAsAsync(string role = "Operator")
    {
        using var answer = await SendAsync("/sign-in/demo", ("role", role));
        Assert.Equal("/", LeadsTo(answer));
    }

    public static (string Name, string Value)[] Hidden(IHtmlDocument page, string form) =>
        [.. page.QuerySelector(form)!.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value))];
}
