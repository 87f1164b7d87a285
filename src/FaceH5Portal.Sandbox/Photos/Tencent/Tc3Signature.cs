using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary>Checks TC3-HMAC-SHA256 over the headers that were signed, as they were received. Whatever service the scope names is taken: clients cut it from the host.</summary>
internal static partial class Tc3Signature
{
    private const string Failure = "AuthFailure.SignatureFailure";

    private static readonly TimeSpan _clocksMayDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Why it is refused; null when it holds.</summary>
    public static string? Fault(PhotoCall call)
    {
        if (Parts().Match(call.Header("Authorization") ?? "") is not { Success: true } parts) return "AuthFailure.InvalidAuthorization";
        if (!long.TryParse(call.Header("X-TC-Timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return "MissingParameter";
        var signed = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if ((signed - call.Now).Duration() > _clocksMayDiffer) return "AuthFailure.SignatureExpire";
        if (parts.Groups["id"].Value != TencentAccount.SecretId) return "AuthFailure.SecretIdNotFound";
        string[] names = parts.Groups["headers"].Value.Split(';');
        if (parts.Groups["date"].Value != $"{signed.UtcDateTime:yyyy-MM-dd}" || !names.Contains("content-type") || !names.Contains("host")) return Failure;
        // Some clients sign the host they call without its port.
        var host = call.Header("Host") ?? "";
        string[] hosts = [host, host.Split(':')[0]];
        return hosts.Any(said => Signature(call, parts, names, said) == parts.Groups["signature"].Value) ? null : Failure;
    }

    private static string Signature(PhotoCall call, Match parts, string[] names, string host)
    {
        var headers = string.Concat(names.Select(name => $"{name}:{Value(call, name, host).Trim().ToLowerInvariant()}\n"));
        var canonical = $"POST\n/\n\n{headers}\n{string.Join(';', names)}\n{Hex(SHA256.HashData(call.Body))}";
        var (date, service) = (parts.Groups["date"].Value, parts.Groups["service"].Value);
        var toSign = $"TC3-HMAC-SHA256\n{call.Header("X-TC-Timestamp")}\n{date}/{service}/tc3_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("TC3" + TencentAccount.SecretKey);
        foreach (var step in (string[])[date, service, "tc3_request"]) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Value(PhotoCall call, string name, string host) => name == "host" ? host : call.Header(name) ?? "";

    private static string Hex(byte[] digest) => Convert.ToHexStringLower(digest);

    [GeneratedRegex(@"^TC3-HMAC-SHA256\s+Credential=(?<id>[^/]+)/(?<date>[0-9-]{10})/(?<service>[^/]+)/tc3_request,\s*SignedHeaders=(?<headers>[^,]+),\s*Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Parts();
}
