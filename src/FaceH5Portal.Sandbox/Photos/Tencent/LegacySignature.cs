using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary>A signature of the retired service, taken apart: whatever text came in it is what it is checked over, in whatever order its fields are.</summary>
internal sealed class LegacySignature
{
    private const int DigestLength = 20;
    private const int Empty = 4;
    private const int Malformed = 5;
    private const int Expired = 9;
    private const int NoSuchAppId = 10;
    private const int NoSuchSecretId = 11;
    private const int Replayed = 13;
    private const int Mismatch = 14;

    private static readonly TimeSpan _longestLife = TimeSpan.FromDays(90);

    private readonly Dictionary<string, StringValues> _fields;
    private readonly byte[] _digest;
    private readonly byte[] _plain;

    private LegacySignature(byte[] bytes)
    {
        (_digest, _plain) = (bytes[..DigestLength], bytes[DigestLength..]);
        _fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(_plain));
    }

    public string? AppId => _fields.GetValueOrDefault("a");

    public string? Bucket => _fields.GetValueOrDefault("b").ToString() is { Length: > 0 } bucket ? bucket : null;

    public bool IsOneShot => Time("e") == 0;

    /// <summary>The signature, or the code of its refusal.</summary>
    public static (LegacySignature? Signature, int Code) Read(string? authorization, DateTimeOffset now, Func<string, bool> isUsedUp)
    {
        if (string.IsNullOrWhiteSpace(authorization)) return (null, Empty);
        var bytes = PhotoFile.FromBase64(authorization.Trim());
        if (bytes is not { Length: > DigestLength }) return (null, Malformed);
        var signature = new LegacySignature(bytes);
        var code = signature.Fault(now);
        if (code == 0 && signature.IsOneShot && isUsedUp(authorization.Trim())) code = Replayed;
        return code == 0 ? (signature, 0) : (null, code);
    }

    private int Fault(DateTimeOffset now)
    {
        if (Time("e") is not { } expires || Time("t") is not { } signed) return Malformed;
        if (AppId != TencentAccount.AppId) return NoSuchAppId;
        if (_fields.GetValueOrDefault("k") != TencentAccount.SecretId) return NoSuchSecretId;
        if (!CryptographicOperations.FixedTimeEquals(_digest, HMACSHA1.HashData(Encoding.UTF8.GetBytes(TencentAccount.SecretKey), _plain))) return Mismatch;
        if (expires == 0) return _fields.GetValueOrDefault("f").ToString().Length > 0 ? 0 : Malformed;
        return expires <= now.ToUnixTimeSeconds() || expires <= signed || expires - signed > _longestLife.TotalSeconds ? Expired : 0;
    }

    /// <summary>Clients in the wild write fractions of seconds.</summary>
    private double? Time(string field) =>
        double.TryParse(_fields.GetValueOrDefault(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var time) ? time : null;
}
