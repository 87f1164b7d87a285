using System.Net;
using System.Text.RegularExpressions;

namespace FaceH5Portal.TestKit;

/// <summary>A browser without script. It sends Secure cookies to loopback over http, as browsers do and .NET's own jar does not.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> cookies = [];

    public void Dispose() => http.Dispose();

    /// <summary>The page, or where it sends the browser.</summary>
    public Task<(string Html, Uri? Location)> GetAsync(Uri address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends the form that holds a button, with what it hides and what is added.</summary>
    public Task<(string Html, Uri? Location)> SubmitAsync(Uri address, string html, string button, params (string Name, string Value)[] added)
    {
        var form = Forms().Matches(html).Select(match => match.Value).Single(text => text.Contains(button, StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(match => match.Value)
            .Select(input => (Attribute(input, "name"), Attribute(input, "value"))).Concat(added);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }

    private async Task<(string, Uri?)> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        if (cookies.Count > 0)
            sent.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await http.SendAsync(sent);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var parts = cookie.Split(';')[0].Split('=', 2);
            cookies[parts[0]] = parts[1];
        }
        var location = answer.Headers.Location;
        return (await answer.Content.ReadAsStringAsync(), location is null ? null : new Uri(sent.RequestUri!, location));
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
