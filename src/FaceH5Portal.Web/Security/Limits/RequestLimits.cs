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
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly VisitCookie visits;
    // One for everything that is counted: each looks ten times a second whether somebody's minute is over, also when nobody asks.
    private readonly PartitionedRateLimiter<Counted> counts = PartitionedRateLimiter.Create<Counted, Counted>(PartitionOf);

    public RequestLimits(PortalSettings settings, VisitCookie visits)
    {
        this.visits = visits;
        var limits = settings.RateLimits;
        // The address first: whoever makes up links shall not make us remember each of them.
        All = PartitionedRateLimiter.CreateChained(
            Limit(nameof(limits.PerAddress), limits.PerAddress, AddressOfPerson),
            Limit(nameof(limits.PerLink), limits.PerLink, LinkOf),
            Limit(nameof(limits.PerApiKey), limits.PerApiKey, KeyOf),
            Limit(nameof(limits.SignInPerAddress), limits.SignInPerAddress, AddressOfSignIn));
        Guesses = Limit(nameof(limits.UnknownPerAddress), limits.UnknownPerAddress, AddressOf);
    }

    public PartitionedRateLimiter<HttpContext> All { get; }

    /// <summary>Links that turned out to be nobody's.</summary>
    public PartitionedRateLimiter<HttpContext> Guesses { get; }

    public async ValueTask DisposeAsync()
    {
        await All.DisposeAsync();
        await Guesses.DisposeAsync();
        await counts.DisposeAsync();
    }

    private PartitionedRateLimiter<HttpContext> Limit(string what, int perMinute, Func<HttpContext, string?> subjectOf) =>
        counts.WithTranslatedKey<HttpContext>(context => new Counted(what, perMinute, subjectOf(context)), leaveOpen: true);

    private static RateLimitPartition<Counted> PartitionOf(Counted counted) => counted.Subject is null
        ? RateLimitPartition.GetNoLimiter(counted)
        : RateLimitPartition.GetFixedWindowLimiter(counted, one => new FixedWindowRateLimiterOptions { PermitLimit = one.PerMinute, Window = Window });

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

    /// <param name="What">The limit's name in the settings.</param>
    /// <param name="PerMinute">The limit.</param>
    /// <param name="Subject">Whose requests they are; null where this limit is not about such a request.</param>
    private readonly record struct Counted(string What, int PerMinute, string? Subject);
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
