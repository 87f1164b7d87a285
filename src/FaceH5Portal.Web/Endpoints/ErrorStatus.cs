using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>What a refusal is to who asked for a file.</summary>
internal static class ErrorStatus
{
    public static IResult Of(PortalError error) => Results.StatusCode(error.Code switch
    {
        PortalError.AccessDenied or "reveal-needed" => StatusCodes.Status403Forbidden,
        PortalError.NotFound or "session-unknown" => StatusCodes.Status404NotFound,
        "subject-erased" => StatusCodes.Status410Gone,
        _ => StatusCodes.Status503ServiceUnavailable,
    });
}
