using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FaceH5Portal.Contract.Tests.Support;

/// <summary>The built sandbox as a process of its own, and a raw client.</summary>
public sealed class ContractSandbox : IAsyncLifetime
{
    public const string Root = "/rpc/2.0/brain/solution/faceprint/";
    public const string Name = "张三";
    public const string Number = "110101199003070011";

    /// <summary>So long that no busy machine outlives it; a test moves the clock past it.</summary>
    public static readonly TimeSpan Comparing = TimeSpan.FromMinutes(1);

    private Process? _process;

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Files.SandboxProgram(), "--Sandbox:Url=http://127.0.0.1:0", "--Sandbox:Persist=false", $"--Sandbox:ComparingTime={Comparing:c}" },
            RedirectStandardOutput = true,
        })!;
        var line = await _process.StandardOutput.ReadLineAsync() ?? "";
        Http.BaseAddress = new Uri(line.Split(' ', ',').First(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async Task<string> AccessAsync(string app = "sandbox")
    {
        using var answer = await Http.PostAsync(
            $"/oauth/2.0/token?grant_type=client_credentials&client_id={app}-api-key&client_secret={app}-secret-key", null);
        return (await JsonAsync(answer)).GetProperty("access_token").GetString()!;
    }

    public Task<JsonElement> CallAsync(string name, object body, string app = "sandbox") => CallRawAsync(name, JsonSerializer.Serialize(body), app);

    public async Task<JsonElement> CallRawAsync(string name, string body, string app = "sandbox")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync($"{Root}{name}?access_token={await AccessAsync(app)}", content);
        return await JsonAsync(answer);
    }

    public Task<JsonElement> AskAsync(string question, string token) => CallAsync("result/" + question, new { verify_token = token });

    public async Task<string> MintAsync(string plan) =>
        (await CallAsync("verifyToken/generate", new { plan_id = plan })).GetProperty("result").GetProperty("verify_token").GetString()!;

    /// <summary>A token for which everything its plan asks beforehand is done.</summary>
    public async Task<string> ReadyAsync(string plan, string name = Name)
    {
        var token = await MintAsync(plan);
        if (plan is "1" or "1001" or "1006" or "1007") await CallAsync("idcard/submit", new { verify_token = token, id_name = name, id_no = Number });
        if (plan == "1004") await CallAsync("uploadMatchImage", new { verify_token = token, image = Files.Picture() });
        return token;
    }

    public async Task<string> CompletedAsync(string plan, params int[] codes)
    {
        var token = await ReadyAsync(plan);
        if (codes.Length > 0) await ControlAsync("script", new { verify_token = token, attempts = codes.Select(code => new { code }) });
        for (var attempt = 0; attempt < Math.Max(1, codes.Length); attempt++) await CompleteAsync(token);
        return token;
    }

    public Task<JsonElement> CompleteAsync(string token, string until = "verdict") => ControlAsync("complete", new { verify_token = token, until });

    public Task AdvanceAsync(TimeSpan by) => ControlAsync("clock", new { advance = by.ToString("c") });

    public async Task<JsonElement> ControlAsync(string call, object body)
    {
        using var answer = await Http.PostAsJsonAsync("/_sandbox/" + call, body);
        var json = await JsonAsync(answer);
        return answer.IsSuccessStatusCode ? json : throw new InvalidOperationException($"{call}: {json}");
    }

    public async Task<JsonElement> TruthOfAsync(string token) => (await Http.GetFromJsonAsync<JsonElement>("/_sandbox/truth"))
        .GetProperty("tokens").EnumerateArray().Single(known => known.GetProperty("verify_token").GetString() == token);

    /// <summary>What the page's own script sends.</summary>
    public async Task<JsonElement> PageAsync(string call, object body)
    {
        using var answer = await Http.PostAsJsonAsync("/face/api/" + call, body);
        return await JsonAsync(answer);
    }

    public static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();
}
