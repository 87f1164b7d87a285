using System.Net;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Tests.Api;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>Only a proxy that was named is believed.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private const string Proxy = "10.1.2.3";
    private const string Link = "/v/fh5_nobodyknowsthisone0001";

    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?>
    {
        ["Portal:PublicBaseUrl"] = "https://portal.example",
        ["Portal:KnownProxies"] = "10.1.0.0/16, ::1",
        ["AllowedHosts"] = "portal.example;localhost",
        ["Portal:RateLimits:UnknownPerAddress"] = "1",
    }, RemoteAddress.Add);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData(Proxy, HttpStatusCode.NotFound)]
    [InlineData("::1", HttpStatusCode.NotFound)]
    [InlineData("203.0.113.1", HttpStatusCode.TooManyRequests)]
    public async Task People_behind_a_known_proxy_are_counted_apart_and_behind_another_together(string proxy, HttpStatusCode second)
    {
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("https://portal.example", proxy, "198.51.100.1"));
        Assert.Equal(second, await AskAsync("https://portal.example", proxy, "198.51.100.2"));
    }

    [Fact]
    public async Task What_a_person_claims_before_the_known_proxy_is_not_believed()
    {
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("https://portal.example", Proxy, "192.0.2.1, 198.51.100.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync("https://portal.example", Proxy, "192.0.2.2, 198.51.100.1"));
    }

    [Fact]
    public async Task No_variable_of_the_framework_makes_everybody_a_proxy()
    {
        await using var open = PortalHost.With(new Dictionary<string, string?> { ["ForwardedHeaders_Enabled"] = "true", ["Portal:RateLimits:UnknownPerAddress"] = "1" }, RemoteAddress.Add);
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("https://localhost", "203.0.113.1", "198.51.100.1", open));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync("https://localhost", "203.0.113.1", "198.51.100.2", open));
    }

    [Fact]
    public async Task Https_at_the_known_proxy_is_https()
    {
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("http://portal.example", Proxy, "198.51.100.1", scheme: "https"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("http://localhost", "127.0.0.1", "198.51.100.2"));
    }

    [Theory]
    [InlineData("/verify?a=b", "https://portal.example/verify?a=b")]
    [InlineData("//evil.example/v", "https://portal.example//evil.example/v")]
    public async Task Http_at_the_known_proxy_is_sent_to_the_public_address_and_nowhere_else(string path, string destination)
    {
        using var http = portal.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://portal.example{path}"));
        request.Headers.Add(RemoteAddress.Header, Proxy);
        request.Headers.Add("X-Forwarded-Proto", "http");
        using var answer = await http.SendAsync(request);
        Assert.Equal((HttpStatusCode.PermanentRedirect, destination), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("203.0.113.1", "https")]
    [InlineData("203.0.113.1", "http")]
    [InlineData(Proxy, null)]
    public async Task Any_other_plain_http_is_refused_in_words(string remote, string? scheme)
    {
        using var visitor = portal.Visit(origin: "http://portal.example", remote: remote);
        using var answer = await visitor.GetAsync("/verify", ("X-Forwarded-Proto", scheme));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var words = (await Visitor.PageOfAsync(answer)).QuerySelector("[data-testid=refused]")!.TextContent;
        Assert.Contains("https://portal.example/", words, StringComparison.Ordinal);
        Assert.Contains("Portal:KnownProxies", words, StringComparison.Ordinal);
        using var health = await visitor.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_program_on_plain_http_gets_a_problem()
    {
        using var caller = new ApiCaller(portal.CreateClient(new() { BaseAddress = new Uri("http://portal.example") }), "sandbox-portal-key");
        var reply = await caller.GetAsync(ApiCaller.Sessions);
        Assert.Equal((HttpStatusCode.BadRequest, "origin-insecure"), (reply.Status, reply.Code));
        using var behind = new ApiCaller(portal.CreateClient(new() { BaseAddress = new Uri("http://portal.example"), AllowAutoRedirect = false }), "sandbox-portal-key");
        behind.Http.DefaultRequestHeaders.Add(RemoteAddress.Header, Proxy);
        behind.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        Assert.Equal("origin-insecure", (await behind.GetAsync(ApiCaller.Sessions)).Code);
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("10.1.0.0/33")]
    [InlineData("127.0.0.1; ::1")]
    public void What_names_no_proxy_is_refused_in_words(string list) =>
        Assert.Contains("Portal:KnownProxies", Assert.Throws<PortalStartException>(() => KnownProxies.Read(list)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nobody_is_a_proxy_unless_named() => Assert.Empty(KnownProxies.Read(null));

    [Theory]
    [InlineData(Proxy, "198.51.100.7")]
    [InlineData("203.0.113.1", "203.0.113.1")]
    public async Task A_consent_keeps_the_address_of_who_gave_it_whatever_a_stranger_claims(string remote, string kept)
    {
        var session = await portal.CreateSessionAsync();
        using var visitor = portal.Visit(origin: "https://portal.example", remote: remote, forwardedFor: "198.51.100.7");
        await visitor.OpenAsync(session.Link);
        (await visitor.StartAsync(agreed: true)).Dispose();
        Assert.Equal(kept, await portal.ConsentAddressAsync(session.Id));
    }

    private async Task<HttpStatusCode> AskAsync(string origin, string proxy, string person, PortalHost? host = null, string? scheme = null)
    {
        using var visitor = (host ?? portal).Visit(origin: origin, remote: proxy);
        using var answer = await visitor.GetAsync(Link, ("X-Forwarded-For", person), ("X-Forwarded-Proto", scheme));
        return answer.StatusCode;
    }
}
