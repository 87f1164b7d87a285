using System.Text.Json;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Hosting;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>Answers in the way of the vendor's object store.</summary>
internal static class MediaReply
{
    public static Reply File(string id, byte[] bytes, string? token) =>
        new(StatusCodes.Status200OK, MediaFile.ContentTypeOf(id), bytes, Reply.Success, token);

    public static Reply NoSuchKey(string? token = null) =>
        Refusal(StatusCodes.Status404NotFound, "NoSuchKey", "The specified key does not exist.", token);

    public static Reply AccessDenied(string? token) => Refusal(StatusCodes.Status403Forbidden, "AccessDenied", "Access Denied.", token);

    private static Reply Refusal(int status, string code, string message, string? token) => new(
        status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(new { Code = code, Message = message }, SandboxJson.Wire), status, token);
}
