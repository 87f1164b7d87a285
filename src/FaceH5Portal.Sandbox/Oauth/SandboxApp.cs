namespace FaceH5Portal.Sandbox.Oauth;

/// <summary>An application of the pretended console. The second exists so that a token can meet the wrong one.</summary>
internal sealed record SandboxApp(string AppId, string ApiKey, string SecretKey)
{
    public static readonly IReadOnlyList<SandboxApp> All =
    [
        new("100000001", "sandbox-api-key", "sandbox-secret-key"),
        new("100000002", "sandbox-other-api-key", "sandbox-other-secret-key"),
    ];
}
