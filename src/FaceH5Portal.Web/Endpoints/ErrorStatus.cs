using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>What a refusal is to who asked for a file.</summary>
internal static class ErrorStatus
{
    public static IResult Of(PortalError error) => error.Code switch
    {
        PortalError.AccessDenied or PortalError.StepUpNeeded => new RefusalAnswer(error, StatusCodes.Status403Forbidden),
        // Not a refusal: whoever may see pictures knows of them, and has yet to say why they look.
        "reveal-needed" => Results.StatusCode(StatusCodes.Status409Conflict),
        PortalError.NotFound or "session-unknown" => Results.StatusCode(StatusCodes.Status404NotFound),
        "subject-erased" => Results.StatusCode(StatusCodes.Status410Gone),
        _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
    };
}
