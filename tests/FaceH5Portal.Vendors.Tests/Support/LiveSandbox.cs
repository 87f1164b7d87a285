using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>The real sandbox on loopback, with the control calls these tests need.</summary>
internal sealed class LiveSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _control;

    private LiveSandbox(WebApplication app, SandboxClock clock)
    {
        _app = app;
        Clock = clock;
        Url = app.Urls.Single();
        _control = new HttpClient { BaseAddress = new Uri(Url) };
    }

    public string Url { get; }

    public SandboxClock Clock { get; }

    public static async Task<LiveSandbox> StartAsync()
    {
        var clock = new SandboxClock(TimeProvider.System);
        var app = SandboxHost.Create(new SandboxOptions { Url = "http://127.0.0.1:0", DataDirectory = null }, clock, null);
        await app.StartAsync();
        return new LiveSandbox(app, clock);
    }

    public Task ScriptAsync(string verifyToken, params int[] codes) =>
        PostAsync("/_sandbox/script", new { verify_token = verifyToken, attempts = codes.Select(code => new { code }) });

    /// <summary>Lets the next attempt pass by a recorded video instead of the real-time check.</summary>
    public Task ScriptDowngradeAsync(string verifyToken) =>
        PostAsync("/_sandbox/script", new { verify_token = verifyToken, attempts = new[] { new { code = 0, demoted = true } } });

    public Task CompleteAsync(string verifyToken) => PostAsync("/_sandbox/complete", new { verify_token = verifyToken });

    /// <summary>Every departure from the default profile: a switch with one of its other values.</summary>
    public async Task<IReadOnlyList<(string Switch, string Value)>> DeparturesAsync()
    {
        using var profile = await _control.GetFromJsonAsync<JsonDocument>("/_sandbox/profile");
        return [.. from entry in profile!.RootElement.GetProperty("switches").EnumerateArray()
                   from value in entry.GetProperty("allowed").EnumerateArray()
                   where value.GetString() != entry.GetProperty("default").GetString()
                   select (entry.GetProperty("name").GetString()!, value.GetString()!)];
    }

    /// <summary>Puts every switch back, and then these.</summary>
    public async Task ProfileAsync(params (string Switch, string Value)[] switches)
    {
        using var profile = await _control.GetFromJsonAsync<JsonDocument>("/_sandbox/profile");
        var all = profile!.RootElement.GetProperty("switches").EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("default").GetString()!);
        foreach (var (name, value) in switches)
            all[name] = value;
        await PostAsync("/_sandbox/profile", all);
    }

    /// <summary>Spoils every further call of a path until it is healed.</summary>
    public Task BreakAsync(string path, string kind) => PostAsync("/_sandbox/faults", new { path, kind, count = 1000 });

    /// <summary>What a photo vendor is to answer for an ID number.</summary>
    public Task ScriptPhotoAsync(string vendor, string idNumber, object answer) => PostAsync("/_sandbox/script", new { vendor, id_no = idNumber, answer });

    /// <summary>The photo checks on the vendors' books: who, what was answered, whether it is on the bill.</summary>
    public async Task<IReadOnlyList<(string Vendor, string Answer, bool Charged)>> PhotoBooksAsync()
    {
        using var truth = await _control.GetFromJsonAsync<JsonDocument>("/_sandbox/truth");
        return [.. truth!.RootElement.GetProperty("photo_checks").EnumerateArray().Select(check =>
            (check.GetProperty("vendor").GetString()!, check.GetProperty("answer").GetString()!, check.GetProperty("charged").GetBoolean()))];
    }

    public Task HealAsync() => PostAsync("/_sandbox/faults", new { clear = true });

    /// <summary>How often each path was called.</summary>
    public async Task<IReadOnlyList<string>> CalledPathsAsync()
    {
        using var journal = await _control.GetFromJsonAsync<JsonDocument>("/_sandbox/calls");
        var calls = journal!.RootElement.ValueKind == JsonValueKind.Array ? journal.RootElement : journal.RootElement.GetProperty("calls");
        return [.. calls.EnumerateArray().Select(call => call.GetProperty("path").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await _control.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
