using System.Security.Cryptography;
using System.Text.Json;

namespace FaceH5Portal.Core.Sessions;

/// <summary>
/// A consent as a file that can be handed on and checked by its hash. The address it came from stays sealed: it
/// proves nothing to a reader, and is personal data.
/// </summary>
public sealed class ConsentDocument
{
    public const string MediaType = "application/json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private ConsentDocument(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static ConsentDocument Of(ConsentRecord consent) => new(JsonSerializer.SerializeToUtf8Bytes(new
    {
        consent.SessionId,
        consent.TextVersion,
        consent.TextSha256,
        consent.Language,
        GivenAt = consent.GivenAtUtc,
        consent.Act,
    }, Options));
}
