using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Endpoints.Api;
using FaceH5Portal.Web.Logging;
using FaceH5Portal.Web.Pages.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FaceH5Portal.Web.Security;

/// <summary>Turns a request away before its page: in words for a person, as a problem for a program.</summary>
internal static class Refusal
{
    public static Task RefuseAsync(this HttpContext context, PortalError error)
    {
        if (context.Request.Path.StartsWithSegments(ApiRoutes.Prefix))
            return new ProblemAnswer(error).ExecuteAsync(context);
        return new RefusalAnswer(error, ApiStatuses.Of(error)).ExecuteAsync(context);
    }
}

/// <summary>Says in words what a person is refused.</summary>
internal sealed class RefusalAnswer(PortalError error, int status) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        context.NoteRefusal(error.Code);
        return new RazorComponentResult<RefusalPage>(new { Error = error }) { StatusCode = status }.ExecuteAsync(context);
    }
}
