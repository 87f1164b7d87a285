using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Sandbox.Tests.Support;

/// <summary>A sandbox on a free port whose real time stands still.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    public const string Name = "李四";
    public const string Number = "11010119900307001X";
    private const string Faceprint = "/rpc/2.0/brain/solution/faceprint/";

    private readonly WebApplication _app;
    private string? _access;

    private RunningSandbox(WebApplication app, SandboxClock clock)
    {
        _app = app;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 8, 15, 1, TimeSpan.Zero);

    public SandboxClock Clock { get; }

    public HttpClient Http { get; }

    public static async Task<RunningSandbox> StartAsync(string? dataDirectory = null, string? clockFile = null, DateTimeOffset? start = null)
    {
        var clock = new SandboxClock(new FakeTimeProvider(start ?? Start), clockFile);
        var app = SandboxHost.Create(new SandboxOptions { Url = "http://127.0.0.1:0", DataDirectory = dataDirectory }, clock);
        await app.StartAsync();
        return new RunningSandbox(app, clock);
    }

    /// <summary>Calls as the first application, with one access token for all calls.</summary>
    public async Task<JsonElement> CallAsync(string name, object body)
    {
        _access ??= await Wire.AccessTokenAsync(Http);
        return await CallAsync(name, body, _access);
    }

    public async Task<JsonElement> CallAsync(string name, object body, string access)
    {
        using var answer = await Http.PostAsJsonAsync($"{Faceprint}{name}?access_token={access}", body);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await Wire.JsonAsync(answer);
    }

    public async Task<JsonElement> CallRawAsync(string name, string body)
    {
        _access ??= await Wire.AccessTokenAsync(Http);
        using var answer = await Http.PostAsync($"{Faceprint}{name}?access_token={_access}", new StringContent(body));
        return await Wire.JsonAsync(answer);
    }

    public Task<JsonElement> QueryAsync(string name, string token) => CallAsync("result/" + name, new { verify_token = token });

    public async Task<string> MintAsync(string plan) =>
        (await CallAsync("verifyToken/generate", new { plan_id = plan })).GetProperty("result").GetProperty("verify_token").GetString()!;

    public Task<JsonElement> SubmitAsync(string token, string name = Name, string number = Number) =>
        CallAsync("idcard/submit", new { verify_token = token, id_name = name, id_no = number });

    public Task<JsonElement> UploadAsync(string token, byte[] image) =>
        CallAsync("uploadMatchImage", new { verify_token = token, image = Convert.ToBase64String(image) });

    /// <summary>A token with everything its plan owes before the capture.</summary>
    public async Task<string> ReadyAsync(string plan = "1001", string name = Name)
    {
        var token = await MintAsync(plan);
        if (plan == "1004") await UploadAsync(token, TestImages.Png(640, 480));
        if (plan is "1001" or "1006" or "1007") await SubmitAsync(token, name);
        return token;
    }

    public async Task<string> CompletedAsync(string plan = "1001", string name = Name)
    {
        var token = await ReadyAsync(plan, name);
        await CompleteAsync(token);
        return token;
    }

    public Task<JsonElement> CompleteAsync(string token) => ControlAsync("complete", new { verify_token = token });

    public Task<JsonElement> ScriptAsync(string token, params object[] attempts) =>
        ControlAsync("script", new { verify_token = token, attempts });

    /// <summary>What the page's own script would send.</summary>
    public Task<JsonElement> PageAsync(string call, string token, byte[]? jpeg = null) =>
        PageAsync(call, new { token, image = jpeg is null ? null : Convert.ToBase64String(jpeg) });

    public async Task<JsonElement> PageAsync(string call, object body)
    {
        using var answer = await Http.PostAsJsonAsync("/face/api/" + call, body);
        answer.EnsureSuccessStatusCode();
        return await Wire.JsonAsync(answer);
    }

    public async Task<JsonElement> ControlAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync("/_sandbox/" + path, body);
        answer.EnsureSuccessStatusCode();
        return await Wire.JsonAsync(answer);
    }

    public async Task<JsonElement> LookAsync(string path) => await Http.GetFromJsonAsync<JsonElement>("/_sandbox/" + path);

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
