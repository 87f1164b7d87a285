using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Faceprint;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Images;

/// <summary>The two plain GETs under which a captured picture can be had.</summary>
internal sealed class ImageEndpoints(SandboxState state, ImageStore images, SandboxClock clock)
{
    public const string QueryPath = "/solution/faceprint/image/query";

    public IResult ByToken(HttpRequest request)
    {
        var value = request.Query["verify_token"].ToString();
        return state.Exclusively(() =>
        {
            if (state.VerifyToken(value) is not { } token || !token.PhaseAt(clock.GetUtcNow()).HasVerdict())
                return Refuse(FaceprintAnswer.TokenInvalid());
            var last = token.Attempts[^1];
            if (!last.Passed) return Refuse(FaceprintAnswer.Failure(last.Code, last.Message));
            return images.Read(last.ImageId) is { } jpeg ? Send(jpeg) : Refuse(FaceprintAnswer.Failure(283512, "服务异常，请重试"));
        });

        IResult Refuse(FaceprintAnswer answer)
        {
            Journal(request, value, answer.Journal);
            return SandboxJson.Answer(answer.Body);
        }

        IResult Send(byte[] jpeg)
        {
            Journal(request, value, "success");
            return Results.Bytes(jpeg, "image/jpeg");
        }
    }

    public IResult BySignature(HttpRequest request, string image) => state.Exclusively(() =>
    {
        var token = state.VerifyTokens.FirstOrDefault(token => token.Attempts.Any(attempt => attempt.ImageId == image))?.Value;
        var valid = SignedImage.IsValid(image, request.Query["authorization"], clock.GetUtcNow());
        var bytes = valid ? images.Read(image) : null;
        var status = valid ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        Journal(request, token, bytes is null ? status : "success");
        return bytes is null
            ? Results.Json(new { code = valid ? "NoSuchKey" : "AccessDenied", message = valid ? "The key does not exist." : "Access denied." }, statusCode: status)
            : Results.Bytes(bytes, "image/jpeg");
    });

    private void Journal(HttpRequest request, string? token, JsonNode answer) =>
        state.Record(new VendorCall(clock.GetUtcNow(), request.Path, string.IsNullOrEmpty(token) ? null : token, answer));
}
