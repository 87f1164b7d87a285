using System.Text.Json;
using System.Text.Json.Serialization;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Demo;

/// <summary>How the next attempt of a token is to end.</summary>
/// <param name="Score">From 0 to 100, for a comparison only; null lets the sandbox choose.</param>
/// <param name="RiskLevel">"1" to "4", where 1 and 2 mean risk; null for none.</param>
public sealed record DemoAttempt(int Code, double? Score = null, string? RiskLevel = null);

/// <summary>The sandbox's levers, pulled the way anybody else would: over its own port. What it refuses is an error in its own words.</summary>
public sealed class SandboxLevers(HttpClient http)
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public Task<Result<bool>> ScriptAsync(string verifyToken, DemoAttempt attempt, CancellationToken cancellationToken) =>
        PullAsync("script", new { VerifyToken = verifyToken, Attempts = new[] { attempt } }, cancellationToken);

    /// <summary>Does what the person would do on the vendor's page; their identity counts where the page asks for it.</summary>
    public Task<Result<bool>> CompleteAsync(string verifyToken, (string Name, string Number)? person, CancellationToken cancellationToken) =>
        PullAsync("complete", person is { } typed
            ? new { VerifyToken = verifyToken, typed.Name, IdNo = typed.Number }
            : new { VerifyToken = verifyToken }, cancellationToken);

    public Task<Result<bool>> BreakAsync(string path, string kind, int count, CancellationToken cancellationToken) =>
        PullAsync("faults", new { Path = path, Kind = kind, Count = count }, cancellationToken);

    /// <summary>Whether the vendor has never minted a token.</summary>
    public async Task<Result<bool>> IsEmptyAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri("_sandbox/truth", UriKind.Relative), cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return Refused($"{(int)answer.StatusCode}");
        var truth = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return truth.GetProperty("tokens").GetArrayLength() == 0;
    }

    private async Task<Result<bool>> PullAsync(string lever, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync($"_sandbox/{lever}", body, Snake, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return true;
        var refusal = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return Refused(refusal.TryGetProperty("error", out var words) ? words.GetString() : null);
    }

    private static PortalError Refused(string? words) => new PortalError("sandbox-refused", null, words ?? "");
}
