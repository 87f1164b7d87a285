using System.Text.Json;

namespace FaceH5Portal.Simulation.Tests.Wires;

internal enum CallKind
{
    AccessToken,
    Command,
    Question,
    File,
}

/// <summary>A call of the portal as it stands on the wire.</summary>
internal sealed record WireCall(CallKind Kind, string Name, string? VerifyToken)
{
    private const string Solution = "/rpc/2.0/brain/solution/faceprint/";

    public bool IsMint => Name == "verifyToken/generate";

    public bool IsGetAll => Name == "result/getall";

    public static async Task<WireCall> OfAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/oauth/", StringComparison.Ordinal))
            return new WireCall(CallKind.AccessToken, "oauth/token", null);
        if (!path.StartsWith(Solution, StringComparison.Ordinal))
            return new WireCall(CallKind.File, "file", null);
        var name = path[Solution.Length..];
        var kind = name.StartsWith("result/", StringComparison.Ordinal) ? CallKind.Question : CallKind.Command;
        using var body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync());
        return new WireCall(kind, name, body.RootElement.TryGetProperty("verify_token", out var token) ? token.GetString() : null);
    }
}
