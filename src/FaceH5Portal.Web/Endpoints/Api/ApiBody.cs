using FaceH5Portal.Core.Data;
using Microsoft.Net.Http.Headers;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>A request's body as bytes, once its type and size allow it.</summary>
internal static class ApiBody
{
    /// <summary>Room for the biggest match image in base64, and for one that is too big to be told so in words.</summary>
    public const int MostBytes = 14 * 1024 * 1024;

    public static PortalError TooBig => new PortalError("body-too-big", null, MostBytes / 1024 / 1024);

    public static async Task<Result<byte[]>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request.ContentType))
            return new PortalError("media-type-unsupported");
        // Checked again below: a chunked body has no length to declare.
        if (request.ContentLength > MostBytes)
            return TooBig;
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (body.Length + count > MostBytes)
                return TooBig;
            body.Write(buffer, 0, count);
        }
        return body.ToArray();
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
