using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Faceprint;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>The plain GETs under which captured pictures and videos can be had.</summary>
internal sealed class MediaEndpoints(SandboxState state, MediaStore media, VendorDoor door, SandboxClock clock)
{
    public const string QueryPath = "/solution/faceprint/image/query";

    public Task ByTokenAsync(HttpContext context)
    {
        var value = context.Request.Query["verify_token"].ToString();
        return door.HandleAsync(context, VendorPath.ImageQuery, () => state.Exclusively(() => Face(value)), value.Length == 0 ? null : value);
    }

    public Task BySignatureAsync(HttpContext context, string file) => door.HandleAsync(context, VendorPath.FaceImage, () =>
        SignedFile.IsValid(file, context.Request.Query["authorization"], clock.GetUtcNow())
            ? Send(file)
            : MediaReply.AccessDenied(OwnerOf(file)));

    public Task FileAsync(HttpContext context, string file) => door.HandleAsync(context, VendorPath.Media, () =>
        SignedFile.Covers(file) ? MediaReply.NoSuchKey(OwnerOf(file)) : Send(file));

    private Reply Face(string value)
    {
        if (state.VerifyToken(value) is not { } token || !token.PhaseAt(clock.GetUtcNow()).HasVerdict()) return Refuse(FaceprintAnswer.TokenInvalid());
        var last = token.Attempts[^1];
        if (!last.Passed) return Refuse(FaceprintAnswer.Failure(last.Code, last.Message));
        return media.Read(last.FaceId!) is { } jpeg
            ? MediaReply.File(last.FaceId!, jpeg, value)
            : Refuse(FaceprintAnswer.Failure(ApiCode.ServiceFault));
    }

    private Reply Refuse(FaceprintAnswer answer) => answer.ToReply(state.Profile);

    private Reply Send(string file) => media.Read(file) is { } bytes
        ? MediaReply.File(file, bytes, OwnerOf(file))
        : MediaReply.NoSuchKey(OwnerOf(file));

    private string? OwnerOf(string file) => state.Exclusively(() => state.OwnerOf(file));
}
