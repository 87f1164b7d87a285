using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>
/// The HTTP status of an error's code. 400: the call is malformed; 422: it is well formed and cannot be done as it
/// stands. What is not listed is a rule about a value, so 422.
/// </summary>
internal static class ApiStatuses
{
    private static readonly Dictionary<string, int> ByCode = new()
    {
        ["body-not-json"] = 400,
        ["body-not-object"] = 400,
        ["field-unknown"] = 400,
        ["field-repeated"] = 400,
        ["field-missing"] = 400,
        ["field-not-text"] = 400,
        ["field-not-boolean"] = 400,
        ["field-encoding"] = 400,
        ["field-not-certificate"] = 400,
        ["field-not-time"] = 400,
        ["field-not-vendor"] = 400,
        ["field-not-id"] = 400,
        ["field-control-characters"] = 400,
        ["idempotency-key-missing"] = 400,
        ["idempotency-key-invalid"] = 400,
        ["filter-unknown"] = 400,
        ["filter-repeated"] = 400,
        ["filter-value"] = 400,
        ["cursor-invalid"] = 400,
        ["origin-insecure"] = 400,
        ["api-key-missing"] = 401,
        ["api-key-unknown"] = 401,
        ["signed-out"] = 401,
        [PortalError.StepUpNeeded] = 403,
        [PortalError.AccessDenied] = 403,
        [PortalError.NotFound] = 404,
        ["session-unknown"] = 404,
        ["photo-check-unknown"] = 404,
        ["evidence-kind-unknown"] = 404,
        ["evidence-absent"] = 404,
        ["method-not-allowed"] = 405,
        ["session-already-final"] = 409,
        ["instead-refused"] = 409,
        ["subject-held"] = 409,
        ["idempotency-running"] = 409,
        [PortalError.ChangedMeanwhile] = 409,
        ["evidence-deleted"] = 410,
        ["subject-erased"] = 410,
        ["body-too-big"] = 413,
        ["media-type-unsupported"] = 415,
        ["too-many-requests"] = 429,
        ["fault"] = 500,
        [PortalError.StorageUnavailable] = 503,
    };

    public static int Of(PortalError error) => ByCode.GetValueOrDefault(error.Code, StatusCodes.Status422UnprocessableEntity);

    /// <summary>The code of a status that the framework set by itself.</summary>
    public static PortalError ErrorOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => new PortalError("not-found"),
        StatusCodes.Status405MethodNotAllowed => new PortalError("method-not-allowed"),
        StatusCodes.Status413PayloadTooLarge => ApiBody.TooBig,
        StatusCodes.Status415UnsupportedMediaType => new PortalError("media-type-unsupported"),
        < 500 => new PortalError("body-not-json", null, 1, 1),
        _ => new PortalError("fault"),
    };
}
