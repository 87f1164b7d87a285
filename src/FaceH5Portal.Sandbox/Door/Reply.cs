using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Door;

/// <summary>What goes back over the wire, and how the journal names it.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Body, JsonNode Journal, string? VerifyToken = null)
{
    /// <summary>A node has no parent here, so that one can stand in every line of the journal.</summary>
    public static readonly JsonNode Success = JsonValue.Create("success");

    public async Task SendAsync(HttpContext context)
    {
        Begin(context.Response);
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }

    public void Begin(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
    }
}
