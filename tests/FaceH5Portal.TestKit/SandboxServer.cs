using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FaceH5Portal.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace FaceH5Portal.TestKit;

/// <summary>The real sandbox on loopback: its control calls, and the power switch.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly SandboxClock clock;
    private readonly string folder;
    private readonly HttpClient http;
    private WebApplication? app;

    private SandboxServer(SandboxClock clock, string folder, Uri address)
    {
        (this.clock, this.folder, Address) = (clock, folder, address);
        http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public static async Task<SandboxServer> StartAsync(SandboxClock clock, string folder)
    {
        var server = new SandboxServer(clock, folder, new Uri($"http://127.0.0.1:{FreePort()}"));
        await server.SwitchOnAsync();
        return server;
    }

    public async Task SwitchOnAsync()
    {
        app = SandboxHost.Create(
            new SandboxOptions { Url = Address.ToString().TrimEnd('/'), DataDirectory = folder, ComparingTime = TimeSpan.FromSeconds(1) }, clock);
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

    /// <summary>The vendor's paths as they were called, the shared prefix left out.</summary>
    public async Task<IReadOnlyList<string>> CallsAsync() =>
        [.. (await http.GetFromJsonAsync<List<JsonElement>>("/_sandbox/calls"))!
            .Select(call => call.GetProperty("path").GetString()!.Replace("/rpc/2.0/brain/solution/faceprint/", "", StringComparison.Ordinal))];

    /// <summary>Questions about results, which may kill a token when they come too early.</summary>
    public async Task<int> QuestionsAsync() =>
        (await CallsAsync()).Count(path => path.StartsWith("result/", StringComparison.Ordinal));

    public async Task<int> ChargesAsync() =>
        (await http.GetFromJsonAsync<JsonElement>("/_sandbox/truth")).GetProperty("charges").GetArrayLength();

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await SwitchOffAsync();
        http.Dispose();
    }

    private async Task ControlAsync(string call, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/_sandbox/{call}", body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The sandbox refuses {call}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
