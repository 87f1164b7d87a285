namespace FaceH5Portal.Sandbox.Oauth;

/// <summary>
/// An application of the pretended console. The second exists so that a token can meet the wrong one,
/// the third so that a client can meet an account without the H5 solution.
/// </summary>
internal sealed record SandboxApp(string AppId, string Purpose, string ApiKey, string SecretKey, bool HasH5 = true)
{
    public const string Other = "100000002";

    public static readonly IReadOnlyList<SandboxApp> All =
    [
        new("100000001", "For use 一般使用", "sandbox-api-key", "sandbox-secret-key"),
        new(Other, "Its tokens do not fit the first 与第一个应用不通用", "sandbox-other-api-key", "sandbox-other-secret-key"),
        new("100000003", "Without the H5 solution, answers error 6 未开通 H5 方案", "sandbox-no-h5-api-key", "sandbox-no-h5-secret-key", HasH5: false),
    ];

    public static SandboxApp Of(string appId) => All.First(app => app.AppId == appId);
}
