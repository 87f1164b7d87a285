using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace FaceH5Portal.TestKit;

/// <summary>The real sandbox on loopback: its control calls, and the power switch.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly SandboxClock clock;
    private readonly string folder;
    private readonly TimeSpan comparing;
    private readonly HttpClient http;
    private WebApplication? app;

    private SandboxServer(SandboxClock clock, string folder, TimeSpan comparing, Uri address)
    {
        (this.clock, this.folder, this.comparing, Address) = (clock, folder, comparing, address);
        http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public static async Task<SandboxServer> StartAsync(SandboxClock clock, string folder, TimeSpan comparing)
    {
        var server = new SandboxServer(clock, folder, comparing, new Uri($"http://127.0.0.1:{FreePort.Next()}"));
        await server.SwitchOnAsync();
        return server;
    }

    public async Task SwitchOnAsync()
    {
        app = SandboxHost.Create(
            new SandboxOptions { Url = Address.ToString().TrimEnd('/'), DataDirectory = folder, ComparingTime = comparing }, clock);
        await app.StartAsync();
    }

    public async Task SwitchOffAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public Task ScriptAsync(string idNumber, params object[] attempts) =>
        ControlAsync("script", new { id_no = idNumber, attempts });

    /// <summary>The person goes through the capture, without a browser.</summary>
    public Task CompleteAsync(string verifyToken) => ControlAsync("complete", new { verify_token = verifyToken });

    /// <summary>The same through the page's own calls, so that the vendor then takes its time to compare.</summary>
    public async Task CaptureOnPageAsync(string verifyToken)
    {
        await PostAsync("/face/api/accept", new { token = verifyToken });
        await PostAsync("/face/api/capture", new { token = verifyToken, image = Convert.ToBase64String(Photos.Of(320, 240)) });
    }

    /// <summary>A card read and an identity confirmed on the page; where the plan asks for none, the page passes them by.</summary>
    public async Task EnterIdentityOnPageAsync(string verifyToken)
    {
        await PostAsync("/face/api/accept", new { token = verifyToken });
        foreach (var side in new[] { "front", "back" })
            await PostAsync("/face/api/ocr", new { token = verifyToken, side, image = Convert.ToBase64String(Photos.Of(320, 240)) });
        await PostAsync("/face/api/confirm", new { token = verifyToken, name = "张三", number = "110101199003070011" });
    }

    public async Task<int> CallsOfAsync(string path) => (await CallsAsync()).Count(call => call == path);

    /// <summary>The vendor's paths as they were called, the shared prefix left out.</summary>
    public async Task<IReadOnlyList<string>> CallsAsync() =>
        [.. (await http.GetFromJsonAsync<List<JsonElement>>("/_sandbox/calls"))!
            .Select(call => call.GetProperty("path").GetString()!.Replace("/rpc/2.0/brain/solution/faceprint/", "", StringComparison.Ordinal))];

    /// <summary>Questions about results, which may kill a token when they come too early.</summary>
    public async Task<int> QuestionsAsync() =>
        (await CallsAsync()).Count(path => path.StartsWith("result/", StringComparison.Ordinal));

    public async Task<int> ChargesAsync() => (await TruthAsync()).GetProperty("charges").GetArrayLength();

    /// <summary>Every token, attempt and charge as the vendor has them.</summary>
    public Task<JsonElement> TruthAsync() => http.GetFromJsonAsync<JsonElement>("/_sandbox/truth");

    /// <summary>The month's bill as the vendor's console gives it.</summary>
    public Task<byte[]> BillAsync(string month) => http.GetByteArrayAsync($"/_sandbox/bill?month={month}");

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await SwitchOffAsync();
        http.Dispose();
    }

    public Task ControlAsync(string call, object body) => PostAsync($"/_sandbox/{call}", body);

    /// <summary>The next calls of a path go wrong.</summary>
    public Task BreakAsync(string path, string kind, int count = 1) => ControlAsync("faults", new { path, kind, count });

    private async Task PostAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The sandbox refuses {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
