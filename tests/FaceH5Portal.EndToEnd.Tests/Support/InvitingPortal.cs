using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>One portal for a whole class, and links made over its API.</summary>
public sealed class InvitingPortal : IAsyncLifetime, IDisposable
{
    public const string Adult = "110101199003070011";

    private readonly HttpClient api = new();

    /// <summary>What is set beside what every portal of the tests has.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    public PortalProcess Process { get; private set; } = null!;

    internal SandboxControl Sandbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Process = await PortalProcess.StartAsync(Settings);
        Sandbox = new SandboxControl(Process.Sandbox);
        api.BaseAddress = Process.Address;
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-portal-key");
    }

    public async Task DisposeAsync() => await Process.DisposeAsync();

    public void Dispose()
    {
        Sandbox.Dispose();
        api.Dispose();
    }

    /// <summary>A link for somebody who is known, unless the name is left out.</summary>
    public async Task<(Guid Id, string Link)> InviteAsync(string plan = "1001", string? name = "测试甲", string number = Adult)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions")
        {
            Content = JsonContent.Create(new { plan, name, idNumber = name is null ? null : number, acceptCheckDigit = true }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await api.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var seen = await api.GetFromJsonAsync<JsonElement>($"/api/v1/sessions/{id}");
        return (id, seen.GetProperty("link").GetString()!);
    }

    public async Task CancelAsync(Guid id) =>
        (await api.PostAsync(new Uri($"/api/v1/sessions/{id}/cancel", UriKind.Relative), null)).EnsureSuccessStatusCode().Dispose();
}
