namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Something new, and where it is found from now on.</summary>
internal sealed class CreatedAnswer<T>(string location, T answer) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.Headers.Location = location;
        return Results.Json(answer, ApiJson.Options, statusCode: StatusCodes.Status201Created).ExecuteAsync(context);
    }
}
