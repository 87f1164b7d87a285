using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NaiveEngine;

/// <summary>The vendor's API as a typed client.</summary>
internal sealed class BaiduClient(HttpClient http, AccessTokenCache accessTokens)
{
    private const string Root = "/rpc/2.0/brain/solution/faceprint/";

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<string> GenerateAsync(string planId) =>
        (await CallAsync<Generated>("verifyToken/generate", new { PlanId = planId })).Result.VerifyToken;

    public Task SubmitAsync(string verifyToken, string name, string number) => CallAsync<int>(
        "idcard/submit", new { VerifyToken = verifyToken, IdName = name, IdNo = number, CertificateType = 0 });

    public Task<Answer<Record>> GetAllAsync(string verifyToken) => CallAsync<Record>("result/getall", new { VerifyToken = verifyToken });

    public Task<Answer<Detail>> GetDetailAsync(string verifyToken) => CallAsync<Detail>("result/detail", new { VerifyToken = verifyToken });

    public Task<Answer<JsonElement>> GetStatAsync(string verifyToken) => CallAsync<JsonElement>("result/stat", new { VerifyToken = verifyToken });

    public Task<byte[]> DownloadAsync(string url) => http.GetByteArrayAsync(url);

    private async Task<Answer<T>> CallAsync<T>(string path, object body)
    {
        var access = await accessTokens.GetAsync(http);
        using var response = await http.PostAsJsonAsync($"{Root}{path}?access_token={Uri.EscapeDataString(access)}", body, Wire);
        response.EnsureSuccessStatusCode();
        var raw = await response.Content.ReadAsByteArrayAsync();
        var envelope = JsonSerializer.Deserialize<Envelope<T>>(raw, Wire)!;
        return envelope.Success
            ? new Answer<T>(envelope.Result!, raw)
            : throw new InvalidOperationException($"{path} answered {Encoding.UTF8.GetString(raw)}");
    }

    private sealed record Envelope<T>(bool Success, T? Result, string LogId);

    private sealed record Generated(string VerifyToken);
}

internal sealed record Answer<T>(T Result, byte[] Raw);

internal sealed record Record(int VerifyCount, int VerifyChargeCount, IReadOnlyList<RecordEntry> VerifyResult);

internal sealed record RecordEntry(
    int Order, string Code, string Message, bool IsVerifyPassed, string VerifyTime, bool IsCharged, string ChargeType, string ChargeTime,
    RecordDetail VerifyDetail);

internal sealed record RecordDetail(double? Score, double? Threshold, string? FaceImage, string? VerifyLogId, double? LivenessScore, string? RiskLevel);

internal sealed record Detail(DetailScores VerifyResult);

internal sealed record DetailScores(double? Score, double? LivenessScore, double? Spoofing);
