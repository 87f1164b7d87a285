using System.Net;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Endpoints.Api;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace FaceH5Portal.Web.Security;

/// <summary>
/// Https, or http on this machine; over any other plain http neither cookies nor the camera work, so it is refused
/// in words. Where to go instead is said by the public address alone, never by the request.
/// </summary>
internal sealed class SecureOrigin(PortalSettings settings) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.IsHttps || IsThisMachine(request.Host.Host) || PageKinds.Of(context) == PageKind.Health)
            return next(context);
        if (IsToldByProxy(request))
        {
            context.Response.Redirect(PublicAddressOf(request), permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        }
        return context.RefuseAsync(new PortalError("origin-insecure", null, settings.PublicBaseUrl));
    }

    // Without this word the browser may well have come over https, and a redirect would go round for ever. A program is
    // not led on: its key has just gone over the line in the clear, and somebody has to notice.
    private bool IsToldByProxy(HttpRequest request) => !request.Path.StartsWithSegments(ApiRoutes.Prefix)
        && settings.PublicBaseUrl.Scheme == Uri.UriSchemeHttps
        && settings.KnownProxies.Count > 0 && request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName);

    // No new Uri(base, path): a path that begins with two slashes names another host there.
    private string PublicAddressOf(HttpRequest request) =>
        $"{settings.PublicBaseUrl.GetLeftPart(UriPartial.Authority)}{request.Path.ToUriComponent()}{request.QueryString}";

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
