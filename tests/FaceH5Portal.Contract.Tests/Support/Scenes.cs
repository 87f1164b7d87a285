using System.Text.Json;

namespace FaceH5Portal.Contract.Tests.Support;

/// <summary>Answers of every kind, by the name of their shape.</summary>
internal static class Scenes
{
    public static readonly string[] All =
    [
        "oauth", "generate", "submit", "upload", "simple", "detail", "detail-ocr", "simple-failure", "detail-failure", "gateway", "stat", "stat-ocr",
        "stat-demoted", "stat-risk", "media", "media-none", "getall", "getall-ocr", "getall-risk", "getall-free", "getall-charged", "getall-several",
        "getall-refused",
    ];

    private static readonly object Risky = new { code = 0, risk_level = "1", risk_tag = "模拟器" };

    /// <summary>The file of its shape; every failure looks the same.</summary>
    public static string ShapeOf(string scene) => scene.EndsWith("-failure", StringComparison.Ordinal) ? "failure" : scene;

    public static async Task<JsonElement> PlayAsync(ContractSandbox sandbox, string scene) => scene switch
    {
        "oauth" => await OauthAsync(sandbox),
        "generate" => await sandbox.CallAsync("verifyToken/generate", new { plan_id = "1001" }),
        "submit" => await sandbox.CallAsync("idcard/submit", new { verify_token = await sandbox.MintAsync("1001"), id_name = "张三", id_no = ContractSandbox.Number }),
        "upload" => await sandbox.CallAsync("uploadMatchImage", new { verify_token = await sandbox.MintAsync("1004"), image = Files.Picture() }),
        "simple" => await sandbox.AskAsync("simple", await sandbox.CompletedAsync("1001")),
        "detail" => await sandbox.AskAsync("detail", await sandbox.CompletedAsync("1001")),
        "detail-ocr" => await sandbox.AskAsync("detail", await sandbox.CompletedAsync("1002")),
        "simple-failure" => await sandbox.AskAsync("simple", await sandbox.CompletedAsync("1001", 222351)),
        "detail-failure" => await sandbox.AskAsync("detail", await sandbox.CompletedAsync("1001", 222351)),
        "gateway" => await GatewayAsync(sandbox),
        "stat" => await sandbox.AskAsync("stat", await sandbox.CompletedAsync("1001")),
        "stat-ocr" => await sandbox.AskAsync("stat", await sandbox.CompletedAsync("1002")),
        "stat-demoted" => await sandbox.AskAsync("stat", await ScriptedAsync(sandbox, new { code = 0, demoted = true })),
        "stat-risk" => await sandbox.AskAsync("stat", await ScriptedAsync(sandbox, Risky)),
        "media" => await sandbox.AskAsync("media/query", await sandbox.CompletedAsync("1006")),
        "media-none" => await sandbox.AskAsync("media/query", await sandbox.CompletedAsync("1001")),
        "getall" => await sandbox.AskAsync("getall", await sandbox.CompletedAsync("1001")),
        "getall-ocr" => await sandbox.AskAsync("getall", await sandbox.CompletedAsync("1002")),
        "getall-risk" => await sandbox.AskAsync("getall", await ScriptedAsync(sandbox, Risky)),
        "getall-free" => await sandbox.AskAsync("getall", await sandbox.CompletedAsync("1001", 223120)),
        "getall-charged" => await sandbox.AskAsync("getall", await sandbox.CompletedAsync("1001", 222360)),
        "getall-several" => await sandbox.AskAsync("getall", await sandbox.CompletedAsync("1007", 222360, 222360)),
        "getall-refused" => await RefusedAsync(sandbox),
        _ => throw new ArgumentException($"No scene {scene}."),
    };

    private static async Task<JsonElement> OauthAsync(ContractSandbox sandbox)
    {
        using var answer = await sandbox.Http.GetAsync("/oauth/2.0/token?grant_type=client_credentials&client_id=sandbox-api-key&client_secret=sandbox-secret-key");
        return await ContractSandbox.JsonAsync(answer);
    }

    private static async Task<JsonElement> GatewayAsync(ContractSandbox sandbox)
    {
        using var answer = await sandbox.Http.PostAsync(ContractSandbox.Root + "result/getall?access_token=wrong", new StringContent("{}"));
        return await ContractSandbox.JsonAsync(answer);
    }

    private static async Task<string> ScriptedAsync(ContractSandbox sandbox, object attempt)
    {
        var token = await sandbox.ReadyAsync("1001");
        await sandbox.ControlAsync("script", new { verify_token = token, attempts = new[] { attempt } });
        await sandbox.CompleteAsync(token);
        return token;
    }

    private static async Task<JsonElement> RefusedAsync(ContractSandbox sandbox)
    {
        var token = await sandbox.ReadyAsync("1007");
        await sandbox.PageAsync("accept", new { token });
        await sandbox.PageAsync("refused", new { token });
        await sandbox.AdvanceAsync(ContractSandbox.Comparing);
        return await sandbox.AskAsync("getall", token);
    }
}
