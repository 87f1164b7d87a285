using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FaceH5Portal.Benchmarks.Calls;

/// <summary>A plain client on a few connections that stay open; it looks into every answer, so that no refusal counts as work.</summary>
internal sealed class VendorClient : IDisposable
{
    private const int Connections = 4;
    private const string Root = "/rpc/2.0/brain/solution/faceprint/";

    private readonly HttpClient _http;
    private string _accessToken = "";

    private VendorClient(Uri address) => _http = new HttpClient(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = Connections,
        UseProxy = false,
        UseCookies = false,
    })
    { BaseAddress = address };

    public static async Task<VendorClient> ConnectAsync(Uri address)
    {
        var client = new VendorClient(address);
        var answer = await client.PostAsync(
            "/oauth/2.0/token?grant_type=client_credentials&client_id=sandbox-api-key&client_secret=sandbox-secret-key", "{}");
        using var document = JsonDocument.Parse(answer);
        client._accessToken = Uri.EscapeDataString(document.RootElement.GetProperty("access_token").GetString()!);
        return client;
    }

    public async Task<byte[]> CallAsync(string name, string body)
    {
        var answer = await PostAsync($"{Root}{name}?access_token={_accessToken}", body);
        return answer.AsSpan().IndexOf("\"success\":true"u8) >= 0
            ? answer
            : throw new BenchmarkException($"{name} answered {Encoding.UTF8.GetString(answer)}");
    }

    public async Task<string> GenerateAsync()
    {
        using var document = JsonDocument.Parse(await CallAsync(CallKind.Generate.Name, CallKind.Generate.Body("")));
        return document.RootElement.GetProperty("result").GetProperty("verify_token").GetString()!;
    }

    public Task SubmitAsync(string token) => CallAsync(CallKind.Submit.Name, CallKind.Submit.Body(token));

    /// <summary>What a person would do, by the stub's own lever.</summary>
    public Task CompleteAsync(string token) => PostAsync("/_sandbox/complete", CallKind.About(token));

    /// <summary>So many calls, as many at a time as there are connections.</summary>
    public static Task RepeatAsync(int calls, Func<int, Task> call)
    {
        var last = -1;
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (int number; (number = Interlocked.Increment(ref last)) < calls;) await call(number);
        }));
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> PostAsync(string path, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(path, content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? answer : throw new BenchmarkException($"{path} answered {(int)response.StatusCode}.");
    }
}
