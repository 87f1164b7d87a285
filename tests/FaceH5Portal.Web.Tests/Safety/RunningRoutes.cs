using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>What the running program answers, as its own table of routes has it.</summary>
internal static class RunningRoutes
{
    // What is left over for a fallback is of the strictest kind, whatever it is.
    public static List<RouteEndpoint> Routes(this PortalHost portal) =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Order < int.MaxValue),
    ];

    public static bool Takes(this RouteEndpoint route, string method) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains(method);

    /// <summary>The address, with a word in the place of each parameter: an id of nothing unless told.</summary>
    public static string PathOf(this RouteEndpoint route, Func<string, string>? fill = null) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => fill?.Invoke(parameter.Name) ?? Guid.Empty.ToString(),
            _ => "",
        }))));
}
