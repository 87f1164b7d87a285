using System.Net;
using System.Web;
using FaceH5Portal.Web.Tests.Host;
using FaceH5Portal.Web.Workers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>Whoever fetches ahead is not the person.</summary>
public sealed class SpeculativeTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Ahead =
    [
        ("Sec-Purpose", "prefetch"), ("Sec-Purpose", "prefetch;prerender"), ("Purpose", "prefetch"), ("X-Moz", "prefetch"), ("X-Purpose", "preview"),
        ("User-Agent", "WhatsApp/2.23.20.0"), ("User-Agent", "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"),
        ("User-Agent", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"), ("User-Agent", "DingTalkBot-LinkService/1.0"),
        ("User-Agent", "TelegramBot (like TwitterBot)"),
    ];

    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?>(), WithoutTimers);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Fetching_any_page_of_the_person_ahead_changes_nothing_at_all()
    {
        using var visitor = portal.Visit();
        var (link, wayBack) = await StartAsync(visitor);
        await using var database = await portal.WatchAsync();
        var before = await database.DumpAsync();
        Assert.Contains(before, row => row.StartsWith("VerifyTokens: ", StringComparison.Ordinal));
        foreach (var path in Pages(link, wayBack))
            foreach (var header in Ahead)
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var answer = await visitor.AskAsync(method, path, header);
                    Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, answer.StatusCode));
                    Assert.False(answer.Headers.Contains("Set-Cookie"));
                    Assert.True(answer.Headers.CacheControl!.NoStore);
                }
        Assert.Equal(before, await database.DumpAsync());
    }

    [Fact]
    public async Task Only_the_way_back_of_a_real_person_is_taken_as_a_hint()
    {
        using var visitor = portal.Visit();
        var (link, wayBack) = await StartAsync(visitor);
        await using var database = await portal.WatchAsync();
        var before = await database.DumpAsync();
        foreach (var path in Pages(link, wayBack))
            (await visitor.AskAsync(HttpMethod.Head, path)).Dispose();
        foreach (var path in Pages(link, wayBack).Except([wayBack]))
            (await visitor.GetAsync(path)).Dispose();
        Assert.Equal(before, await database.DumpAsync());
        (await visitor.GetAsync(wayBack)).Dispose();
        Assert.NotEqual(before, await database.DumpAsync());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50 Language/zh_CN")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36")]
    public async Task A_person_in_whatever_app_is_let_in(string agent)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync((await portal.CreateSessionAsync()).Link.AbsolutePath, ("User-Agent", agent));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    // They write by themselves.
    private static void WithoutTimers(IServiceCollection services)
    {
        foreach (var timer in services.Where(service => service.ImplementationType?.Namespace == typeof(HarvestWorker).Namespace && service.ServiceType == typeof(IHostedService)).ToList())
            services.Remove(timer);
    }

    /// <summary>A session whose person is in the capture: its link, and the way back that its token carries.</summary>
    private async Task<(string Link, string WayBack)> StartAsync(Visitor visitor)
    {
        var session = await portal.CreateSessionAsync();
        await visitor.OpenAsync(session.Link);
        using var started = await visitor.StartAsync(agreed: true);
        var wayBack = HttpUtility.ParseQueryString(started.Headers.Location!.Query)["successUrl"]!;
        return (session.Link.AbsolutePath, new Uri(wayBack).AbsolutePath);
    }

    /// <summary>Every address below those of the person, whoever adds one.</summary>
    private IReadOnlyList<string> Pages(string link, string wayBack) =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText!)
            .Where(path => path.StartsWith("/v", StringComparison.Ordinal) || path.StartsWith("/r/", StringComparison.Ordinal))
            .Select(path => path switch { "/v/{Code}" => link, "/r/{State}" => wayBack, _ => path }).Distinct(),
    ];
}
