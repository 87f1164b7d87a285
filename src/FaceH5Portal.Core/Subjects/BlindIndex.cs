using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Core.Subjects;

/// <summary>
/// Equal texts have equal indexes, and nothing else can be learnt from one without the key. The key is its own and
/// never changes, so that a rotation of the master key leaves every group of subjects together.
/// </summary>
public sealed class BlindIndex
{
    private byte[]? key;

    public string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(
        key ?? throw new InvalidOperationException("The database is not open yet."), Encoding.UTF8.GetBytes(text)));

    /// <summary>Of a number of such a certificate: equal digits on another one are somebody else's.</summary>
    public string OfNumber(CertificateType type, string number) => Of($"{(int)type}|{number}");

    public string OfName(string name) => Of($"name|{name}");

    public string OfToken(string verifyToken) => Of($"verify-token|{verifyToken}");

    internal void Use(byte[] indexKey) => key = indexKey;
}
