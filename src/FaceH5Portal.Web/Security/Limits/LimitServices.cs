using System.Globalization;
using System.Threading.RateLimiting;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Logging;
using Microsoft.AspNetCore.RateLimiting;

namespace FaceH5Portal.Web.Security.Limits;

internal static class LimitServices
{
    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.AddSingleton<RequestLimits>().AddSingleton<GuessLimit>().AddSingleton<RefusedRequests>();
        services.AddRateLimiter(options => options.OnRejected = (refused, _) => new ValueTask(RefuseAsync(refused.HttpContext, refused.Lease)));
        services.AddOptions<RateLimiterOptions>().Configure<RequestLimits>((options, limits) => options.GlobalLimiter = limits.All);
        return services;
    }

    public static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromMinutes(1);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.RefuseAsync(new PortalError("too-many-requests", null, seconds));
    }
}
