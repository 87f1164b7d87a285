using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Security.Limits;

/// <summary>Who may ask how often: what a link or a form costs is counted by address and by link, the API by key.</summary>
internal sealed class RequestLimits : IAsyncDisposable
{
    private readonly VisitCookie visits;
    private readonly List<PartitionedRateLimiter<HttpContext>> parts;

    public RequestLimits(PortalSettings settings, VisitCookie visits)
    {
        this.visits = visits;
        var limits = settings.RateLimits;
        // The address first: whoever makes up links shall not make us remember each of them.
        parts = [Limit(limits.PerAddress, AddressOfPerson), Limit(limits.PerLink, LinkOf), Limit(limits.PerApiKey, KeyOf), Limit(limits.SignInPerAddress, AddressOfSignIn)];
        All = PartitionedRateLimiter.CreateChained([.. parts]);
        Guesses = Limit(limits.UnknownPerAddress, AddressOf);
    }

    public PartitionedRateLimiter<HttpContext> All { get; }

    /// <summary>Links that turned out to be nobody's.</summary>
    public PartitionedRateLimiter<HttpContext> Guesses { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var limiter in parts.Append(All).Append(Guesses))
            await limiter.DisposeAsync();
    }

    private static PartitionedRateLimiter<HttpContext> Limit(int perMinute, Func<HttpContext, string?> subjectOf) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => subjectOf(context) is { } subject
            ? RateLimitPartition.GetFixedWindowLimiter(subject, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter(""));

    private static string? AddressOfPerson(HttpContext context) =>
        PersonRequests.IsLink(context.Request) || PersonRequests.IsForm(context.Request) ? AddressOf(context) : null;

    private static string? AddressOfSignIn(HttpContext context) => PersonRequests.IsSignIn(context.Request) ? AddressOf(context) : null;

    private string? LinkOf(HttpContext context)
    {
        if (PersonRequests.IsLink(context.Request))
            return PortalLinks.Hash(context.Request.Path);
        return PersonRequests.IsForm(context.Request) ? visits.Read(context)?.ToString() : null;
    }

    /// <summary>The gate of the API has set whose key it is; nobody else sets one.</summary>
    private static string? KeyOf(HttpContext context) => context.Features.Get<Actor>()?.Id;

    /// <summary>One household has 2^64 addresses of IPv6.</summary>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => new IPAddress([.. six.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var four => four.ToString(),
    };
}

/// <summary>The requests of people that cost more than a look.</summary>
internal static class PersonRequests
{
    public static bool IsOpening(HttpRequest request) => request.Path.StartsWithSegments("/v");

    public static bool IsLink(HttpRequest request) => IsOpening(request) || request.Path.StartsWithSegments("/r");

    /// <summary>An attempt to sign in, which costs work on purpose. A click in the demonstration proves nothing, so it costs none.</summary>
    public static bool IsSignIn(HttpRequest request) => HttpMethods.IsPost(request.Method) && !request.Path.StartsWithSegments(PortalRoutes.DemoSignIn)
        && (request.Path.StartsWithSegments(PortalRoutes.SignIn) || request.Path.StartsWithSegments("/welcome"));

    public static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(PortalRoutes.Verify);
}
