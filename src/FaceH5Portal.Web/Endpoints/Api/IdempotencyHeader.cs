using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Reads the key under which a caller may send a call again.</summary>
internal sealed class IdempotencyHeader(BlindIndex index)
{
    public const string Name = "Idempotency-Key";

    private const int Longest = 255;

    /// <summary>Hashes are keyed: an ID number in a body could be guessed from a plain one.</summary>
    public Result<RepeatableCall> Read(HttpRequest request, Actor actor, string route, byte[] body)
    {
        var values = request.Headers[Name];
        if (values.Count == 0)
            return new PortalError("idempotency-key-missing");
        if (values.Count > 1 || values[0] is not { Length: > 0 and <= Longest } key || !key.All(letter => letter is >= ' ' and <= '~'))
            return new PortalError("idempotency-key-invalid", null, Longest);
        return new RepeatableCall(
            actor.Id, route, index.Of($"idempotency-key|{key}"),
            index.Of($"idempotency-body|{Convert.ToHexStringLower(SHA256.HashData(body))}"));
    }
}
