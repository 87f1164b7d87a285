using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Faceprint;
using Microsoft.AspNetCore.Diagnostics;

namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>Answers, in the vendor's shape, what nothing else answers.</summary>
internal static class Breakdown
{
    public static IResult Unknown() => SandboxJson.Answer(FaceprintAnswer.UnsupportedMethod().Body);

    /// <summary>The middleware that calls this has logged the exception; its text stays here.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        var refused = context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var answer = refused is null
            ? FaceprintAnswer.Gateway(ApiCode.InternalError)
            : FaceprintAnswer.Gateway(ApiCode.InvalidParameter);
        var status = refused?.StatusCode ?? StatusCodes.Status500InternalServerError;
        return SandboxJson.Answer(answer.Body, status).ExecuteAsync(context);
    }
}
