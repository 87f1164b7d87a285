using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Vendors.Baidu.AccessTokens;

/// <summary>One app at one place.</summary>
internal sealed record BaiduCredentials(string ApiBaseUrl, string ApiKey, string SecretKey)
{
    private const int IdLength = 12;

    /// <summary>Names the app in databases and logs without giving its key away.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey)))[..IdLength];

    public static BaiduCredentials? Of(BaiduOptions options) =>
        options.HasCredentials ? new BaiduCredentials(options.ApiBaseUrl, options.ApiKey!.Trim(), options.SecretKey!.Trim()) : null;

    public override string ToString() => Id;
}
