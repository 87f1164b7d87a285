using System.Net;
using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Security;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Safety;

[Collection(HostTests.Name)]
public sealed class HeaderTests(PortalHost portal)
{
    private const string Nothing = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private const string Console = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
        + "connect-src 'self' ws://localhost:5080; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";

    [Fact]
    public void Every_route_is_of_a_kind_that_has_its_headers()
    {
        Assert.Null(PageKinds.Known("/brand-new", new Endpoint(null, new EndpointMetadataCollection(), "brand new")));
        var routes = portal.Routes();
        Assert.Contains(routes, route => route.RoutePattern.RawText == "/r/{State}");
        Assert.Empty(routes.Where(route => PageKinds.Known(route.PathOf(), route) is null).Select(route => route.RoutePattern.RawText));
    }

    [Fact]
    public async Task Every_route_answers_with_all_of_its_headers_whatever_it_answers()
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Administrator");
        foreach (var path in portal.Routes().Where(route => route.Takes("GET")).Select(route => route.PathOf()).Distinct())
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal((path, 6), (path, Told(answer).Count));
            Assert.Equal((path, "no-referrer", "nosniff", "same-origin", "same-origin"), (path, Told(answer)["Referrer-Policy"],
                Told(answer)["X-Content-Type-Options"], Told(answer)["Cross-Origin-Opener-Policy"], Told(answer)["Cross-Origin-Resource-Policy"]));
            Assert.False(answer.Headers.Contains("X-Frame-Options"), path);
        }
    }

    [Theory]
    [InlineData("/v/fh5_nobodyknowsthisone0001", 404)]
    [InlineData("/r/fh5_forgedforgedforged0001", 200)]
    [InlineData("/verify", 404)]
    [InlineData("/broken", 200)]
    [InlineData("/not-found", 200)]
    [InlineData("/nonsense", 404)]
    public async Task A_page_of_the_person_may_load_from_us_alone_and_send_a_form_to_us_or_the_vendor(string path, int status)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + $"form-action 'self' {portal.Sandbox}; frame-ancestors 'none'; base-uri 'none'", Told(answer)["Content-Security-Policy"]);
        Assert.StartsWith("camera=(self), ", Told(answer)["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/", 200, Console)]
    [InlineData("/sessions", 200, Console)]
    [InlineData("/admin/charges", 200, Console)]
    [InlineData("/api/v1/sessions", 401, Nothing)]
    [InlineData("/api/v1/nonsense", 401, Nothing)]
    [InlineData("/openapi/v1.json", 200, Nothing)]
    [InlineData("/health/live", 200, Nothing)]
    public async Task Everything_else_has_no_camera_and_is_kept_by_no_cache(string path, int status, string policy)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Administrator");
        using var answer = await visitor.GetAsync(path);
        Assert.Equal((status, policy), ((int)answer.StatusCode, Told(answer)["Content-Security-Policy"]));
        Assert.StartsWith("camera=(), ", Told(answer)["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_page_on_which_an_operator_takes_a_photo_has_the_camera_and_is_the_consoles_else()
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.GetAsync("/photo-checks/new");
        Assert.Equal((HttpStatusCode.OK, Console), (answer.StatusCode, Told(answer)["Content-Security-Policy"]));
        Assert.StartsWith("camera=(self), ", Told(answer)["Permissions-Policy"], StringComparison.Ordinal);
        using var nobody = portal.Visit();
        using var led = await nobody.GetAsync("/photo-checks/new");
        Assert.StartsWith("/sign-in", Visitor.LeadsTo(led), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", 200)]
    [InlineData("/sign-in/code", 200)]
    [InlineData("/welcome/fh5_nobodyknowsthisone0001", 404)]
    [InlineData("/account", 200)]
    public async Task A_page_of_signing_in_loads_from_us_and_sends_to_us_alone_and_may_ask_for_a_passkey(string path, int status)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.GetAsync(path);
        Assert.Equal((status, "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"), ((int)answer.StatusCode, Told(answer)["Content-Security-Policy"]));
        Assert.Contains("publickey-credentials-get=(self)", Told(answer)["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_style_sheet_may_be_kept()
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync("/end-user.css");
        Assert.Equal((HttpStatusCode.OK, false, Nothing), (answer.StatusCode, answer.Headers.CacheControl!.NoStore, Told(answer)["Content-Security-Policy"]));
    }

    [Fact]
    public async Task What_a_page_of_the_console_loads_is_asked_for_once_where_its_address_names_its_bytes()
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var console = await visitor.GetAsync("/sessions");
        var page = await Visitor.PageOfAsync(console);
        var loaded = page.QuerySelectorAll("link[rel=stylesheet], script").Select(part => part.GetAttribute("href") ?? part.GetAttribute("src"))
            .Where(path => path!.Contains("?v=", StringComparison.Ordinal)).ToList();
        Assert.Contains(loaded, path => path!.StartsWith("/theme/", StringComparison.Ordinal));
        Assert.Contains(loaded, path => path!.StartsWith("_framework/", StringComparison.Ordinal));
        foreach (var path in loaded)
        {
            using var answer = await visitor.GetAsync($"/{path!.TrimStart('/')}");
            Assert.Equal((path, HttpStatusCode.OK, "public, max-age=31536000, immutable"), (path, answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task A_theme_has_its_colours_and_one_that_does_not_exist_is_no_asset()
    {
        using var visitor = portal.Visit();
        foreach (var (theme, primary) in new[] { ("light", "rgba(27,94,155,1)"), ("dark", "rgba(143,189,240,1)") })
        {
            using var sheet = await visitor.GetAsync($"/theme/{theme}.css");
            Assert.Contains($"--mud-palette-primary: {primary}", await sheet.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var answer = await visitor.GetAsync("/theme/pink.css?v=1");
        Assert.Equal((HttpStatusCode.NotFound, true), (answer.StatusCode, answer.Headers.CacheControl?.ToString() is not { } kept || !kept.Contains("immutable", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_frameworks_own_refusal_carries_the_headers_too()
    {
        using var http = portal.CreateClient(new() { BaseAddress = new Uri("https://evil.example") });
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal((HttpStatusCode.BadRequest, 6), (answer.StatusCode, Told(answer).Count));
    }

    [Fact]
    public async Task A_page_that_breaks_carries_the_headers_too()
    {
        await using var broken = PortalHost.With(new Dictionary<string, string?>(), services => services.AddSingleton<IActorSource, Fault>());
        using var visitor = broken.Visit();
        using var answer = await visitor.GetAsync($"/evidence/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.InternalServerError, 6, "no-store"), (answer.StatusCode, Told(answer).Count, answer.Headers.CacheControl?.ToString()));
        Assert.NotNull((await Visitor.PageOfAsync(answer)).QuerySelector("[data-testid=broken]"));
    }

    [Theory]
    [InlineData("https://localhost", "max-age=31536000; includeSubDomains")]
    [InlineData("http://localhost:5080", null)]
    public async Task Browsers_are_held_to_https_where_the_public_address_is_https(string address, string? rule)
    {
        await using var host = PortalHost.With(new Dictionary<string, string?> { ["Portal:PublicBaseUrl"] = address });
        using var visitor = host.Visit();
        using var answer = await visitor.GetAsync("/verify");
        Assert.Equal(rule, answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? Assert.Single(told) : null);
    }

    private static Dictionary<string, string> Told(HttpResponseMessage answer) => new[]
    {
        "Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
    }.Where(answer.Headers.Contains).ToDictionary(name => name, name => Assert.Single(answer.Headers.GetValues(name)));

    private sealed class Fault : IActorSource
    {
        public ValueTask<Actor> ActorOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) => throw new InvalidOperationException("Made to break.");

        public ValueTask<LiveSession?> SessionOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) => throw new InvalidOperationException("Made to break.");
    }
}
