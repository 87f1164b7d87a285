using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Endpoints;

/// <summary>What a refusal is to who asked for a file.</summary>
internal static class ErrorStatus
{
    public static IResult Of(PortalError error) => Results.StatusCode(error.Code switch
    {
        PortalError.AccessDenied or "reveal-needed" => StatusCodes.Status403Forbidden,
        PortalError.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status503ServiceUnavailable,
    });
}
