using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Reads the key under which a caller may send a call again.</summary>
internal sealed class IdempotencyHeader(BlindIndex index)
{
    public const string Name = "Idempotency-Key";

    public const string Meaning = "1 to 255 printable ASCII characters, such as a UUID. Another body under one key is refused.";

    private const int Longest = 255;

    /// <summary>The body, and the call that it makes under its key.</summary>
    public async Task<Result<RepeatableRequest>> ReadAsync(
        HttpRequest request, Actor actor, string route, CancellationToken cancellationToken)
    {
        var body = await ApiBody.ReadAsync(request, cancellationToken);
        if (!body.Ok)
            return body.Errors.ToList();
        var call = Read(request, actor, route, body.Value);
        return call.Ok ? new RepeatableRequest(body.Value, call.Value) : call.Errors.ToList();
    }

    /// <summary>Hashes are keyed: an ID number in a body could be guessed from a plain one.</summary>
    private Result<RepeatableCall> Read(HttpRequest request, Actor actor, string route, byte[] body)
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

/// <summary>A write as it came, and under which key it may come again.</summary>
internal sealed record RepeatableRequest(byte[] Body, RepeatableCall Call);
