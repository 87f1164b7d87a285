using System.Globalization;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>Every code anybody has seen comes over the wire, in the shape of its family.</summary>
public sealed class CodeTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    public static TheoryData<int, string, string, string> Codes
    {
        get
        {
            var rows = new TheoryData<int, string, string, string>();
            foreach (var row in Files.Table("codes.tsv")) rows.Add(int.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[2], row[3]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_can_be_met(int code, string field, string reachedBy, string with)
    {
        await sandbox.ControlAsync("reset", new { });
        var answer = await ReachAsync(code, reachedBy, with);
        Assert.Equal(code, answer.GetProperty(field).GetInt32());
        Assert.Empty(Shape.Faults(field == "code" ? "failure" : reachedBy == "profile" ? "gateway-no-quota" : "gateway", answer));
    }

    private Task<JsonElement> ReachAsync(int code, string reachedBy, string with) => reachedBy switch
    {
        "fault" => FaultAsync(code, with),
        "verdict" => VerdictAsync(code),
        "app" => sandbox.CallAsync("verifyToken/generate", new { plan_id = "1001" }, with),
        "access" => CallAsync(with.Length == 0 ? "" : "?access_token=" + with),
        "expired" => ExpiredAsync(),
        "profile" => ProfileAsync(with, TimeSpan.Zero),
        "after" => ProfileAsync(with, TimeSpan.FromDays(3)),
        "generate" => sandbox.CallAsync("verifyToken/generate", new { plan_id = with }),
        "body" => sandbox.CallRawAsync(with, "not json"),
        "early" => AskFreshAsync(),
        "comparing" => ComparingAsync(),
        "unknown-token" => sandbox.AskAsync("getall", "AAAAAAAAAAAAAAAAAAAAAAAA"),
        "submit" => SubmitAsync(with),
        "upload" => UploadAsync(with),
        _ => throw new ArgumentException($"No way {reachedBy}."),
    };

    private async Task<JsonElement> FaultAsync(int code, string path)
    {
        await sandbox.ControlAsync("faults", new { path, kind = $"error{code}" });
        return await sandbox.CallAsync(path, new { plan_id = "1001" });
    }

    private async Task<JsonElement> VerdictAsync(int code)
    {
        var token = await sandbox.CompletedAsync("1001", code);
        var attempt = (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_result")[0];
        Assert.Equal($"{code}", attempt.GetProperty("code").GetString());
        Assert.NotEqual("", attempt.GetProperty("message").GetString());
        return await sandbox.AskAsync("detail", token);
    }

    private async Task<JsonElement> CallAsync(string query)
    {
        using var answer = await sandbox.Http.PostAsync(ContractSandbox.Root + "result/getall" + query, new StringContent("{}"));
        return await ContractSandbox.JsonAsync(answer);
    }

    private async Task<JsonElement> ExpiredAsync()
    {
        var access = await sandbox.AccessAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromDays(30));
        return await CallAsync("?access_token=" + access);
    }

    private async Task<JsonElement> ProfileAsync(string setting, TimeSpan after)
    {
        var (name, value) = (setting.Split('=')[0], setting.Split('=')[1]);
        await sandbox.ControlAsync("profile", new Dictionary<string, string> { [name] = value });
        var token = await sandbox.CompletedAsync("1001");
        if (after > TimeSpan.Zero) await sandbox.AdvanceAsync(after);
        return await sandbox.AskAsync("getall", token);
    }

    private async Task<JsonElement> AskFreshAsync() => await sandbox.AskAsync("getall", await sandbox.ReadyAsync("1001"));

    private async Task<JsonElement> ComparingAsync()
    {
        var token = await sandbox.ReadyAsync("1001");
        await sandbox.PageAsync("accept", new { token });
        await sandbox.PageAsync("capture", new { token, image = Files.Picture() });
        return await sandbox.AskAsync("getall", token);
    }

    private async Task<JsonElement> SubmitAsync(string certificateType) => await sandbox.CallAsync("idcard/submit", new
    {
        verify_token = await sandbox.MintAsync("1001"),
        id_name = "张三",
        id_no = ContractSandbox.Number,
        certificate_type = certificateType,
    });

    private async Task<JsonElement> UploadAsync(string fault)
    {
        var verifyToken = await sandbox.MintAsync("1004");
        var image = fault switch
        {
            "empty" => "",
            "format" => "/9j/4AAQSkZJRgABAQAAAQABAAD/",
            "bytes" => new string('A', (10 * 1024 * 1024) + 4),
            "size" => Files.Picture(1920, 1080),
            _ => Files.Picture(),
        };
        return await sandbox.CallAsync("uploadMatchImage", new
        {
            verify_token = verifyToken,
            image,
            quality_control = fault == "quality" ? "SOME" : "LOW",
            liveness_control = fault == "liveness" ? "SOME" : "LOW",
        });
    }
}
