namespace FaceH5Portal.Web.Security.Limits;

/// <summary>Whoever opened too many links that nobody was given opens none for a while; a visit under way goes on.</summary>
internal sealed class GuessLimit(RequestLimits limits) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!PersonRequests.IsOpening(context.Request))
        {
            await next(context);
            return;
        }
        using (var look = limits.Guesses.AttemptAcquire(context, permitCount: 0))
            if (!look.IsAcquired)
            {
                await LimitServices.RefuseAsync(context, look);
                return;
            }
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
            limits.Guesses.AttemptAcquire(context).Dispose();
    }
}
