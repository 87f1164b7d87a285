namespace FaceH5Portal.Web.Hosting;

/// <summary>Sends every vendor's client to the sandbox, with the keys it knows.</summary>
internal static class SandboxSettings
{
    public static IReadOnlyDictionary<string, string?> For(string sandboxUrl) => new Dictionary<string, string?>
    {
        ["Vendors:Baidu:ApiBaseUrl"] = sandboxUrl,
        ["Vendors:Baidu:PageBaseUrl"] = sandboxUrl,
        ["Vendors:Baidu:ApiKey"] = "sandbox-api-key",
        ["Vendors:Baidu:SecretKey"] = "sandbox-secret-key",
        ["Vendors:Juhe:BaseUrl"] = sandboxUrl,
        ["Vendors:Juhe:Key"] = "sandbox-juhe-key",
        ["Vendors:Juhe:OpenId"] = "JH0123456789abcdef0123456789abcdef",
        ["Vendors:Tencent:BaseUrl"] = sandboxUrl,
        ["Vendors:Tencent:LegacyBaseUrl"] = sandboxUrl,
        ["Vendors:Tencent:UseRetired"] = "true",
        ["Vendors:Tencent:AppId"] = "1250000000",
        ["Vendors:Tencent:SecretId"] = "AKIDTESTSECRETID0000",
        ["Vendors:Tencent:SecretKey"] = "TESTSECRETKEY0000",
        ["Vendors:Linkface:BaseUrl"] = sandboxUrl,
        ["Vendors:Linkface:ApiId"] = "lf_test_api_id",
        ["Vendors:Linkface:ApiSecret"] = "lf_test_api_secret",
    };
}
