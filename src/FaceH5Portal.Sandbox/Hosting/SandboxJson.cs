using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaceH5Portal.Sandbox.Hosting;

internal static class SandboxJson
{
    /// <summary>As the vendor writes: snake case, Chinese unescaped, absent values as null.</summary>
    public static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly JsonSerializerOptions Stored = new(Wire) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The vendor's own examples carry comments and trailing commas, and its gateway takes them.</summary>
    public static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IResult Answer(object? body, int status = StatusCodes.Status200OK) => Results.Json(body, Wire, statusCode: status);
}
