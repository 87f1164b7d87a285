using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>A browser without script, which asks for compressed answers and counts what comes over the wire.</summary>
internal sealed partial class Guest : IDisposable
{
    private readonly HttpClient _http;

    // Answers come several at a time when the processor's time is measured.
    private readonly ConcurrentDictionary<string, string> _cookies = [];

    public Guest(Uri portal)
    {
        // The cookies are for secure connections; a browser takes this machine for one, this client would not.
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = portal,
        };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
    }

    public void Dispose() => _http.Dispose();

    public async Task<HttpResponseMessage> GetAsync(string path, bool compressed = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.RelativeOrAbsolute));
        if (compressed) request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br, zstd");
        return await SendAsync(request);
    }

    /// <summary>Sends the form of a button on /verify; answers where it leads.</summary>
    public async Task<Uri> SubmitAsync(string button, params (string Name, string Value)[] filled)
    {
        var page = await TextAsync("/verify");
        var form = Forms().Matches(page).Select(match => match.Value).Single(text => text.Contains($"data-testid=\"{button}\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(form).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/verify")
        {
            Content = new FormUrlEncodedContent(hidden.Concat(filled).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        using var answer = await SendAsync(request);
        return answer.Headers.Location ?? throw new BenchmarkException($"The form of {button} was refused.");
    }

    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Status line, headers and body as they come, with the style sheets and scripts that the page names.</summary>
    public async Task<int> WeighAsync(string path)
    {
        var parts = Assets().Matches(await TextAsync(path)).Select(match => match.Groups[1].Value);
        var sum = 0;
        foreach (var part in parts.Prepend(path))
            sum += await WeighOneAsync(part);
        return sum;
    }

    private async Task<int> WeighOneAsync(string path)
    {
        using var answer = await GetAsync(path, compressed: true);
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(header => header.Value.Sum(value => Encoding.UTF8.GetByteCount($"{header.Key}: {value}\r\n")));
        return "HTTP/1.1 200 OK\r\n\r\n".Length + headers + (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (!_cookies.IsEmpty) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set.Select(value => value.Split(';')[0].Split('=', 2)))
                _cookies[cookie[0]] = cookie[1];
        return answer;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" */?>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"[^>]*>""")]
    private static partial Regex Assets();
}
