namespace FaceH5Portal.Web.Pages.Shared;

internal static class LateStatus
{
    /// <summary>Only when the body begins: a page that is a 404 while it renders is left out by the framework.</summary>
    public static void AnswerNotFound(this HttpContext context) => context.Response.OnStarting(() =>
    {
        // A form that was sent here leads elsewhere.
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
