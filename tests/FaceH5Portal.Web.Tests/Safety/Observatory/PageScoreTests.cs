using System.Net;
using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Web.Security;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Safety.Observatory;

/// <summary>The running program as it stands on the internet: https behind a known proxy, and the vendor's own page.</summary>
public sealed partial class PageScoreTests : IAsyncLifetime
{
    private const string Site = "https://portal.example";
    private const string Proxy = "10.1.2.3";

    private static readonly Dictionary<PageKind, int> Least = new()
    {
        [PageKind.EndUser] = 110,
        [PageKind.SignIn] = 100,
        [PageKind.Console] = 100,
        [PageKind.ConsoleCamera] = 100,
        [PageKind.Data] = 100,
        [PageKind.Health] = 100,
        [PageKind.Asset] = 100,
    };

    private readonly PortalHost portal = PortalHost.With(
        new Dictionary<string, string?>
        {
            ["Portal:PublicBaseUrl"] = Site,
            ["Portal:KnownProxies"] = "10.1.0.0/16",
            ["AllowedHosts"] = "portal.example",
        },
        services =>
        {
            RemoteAddress.Add(services);
            services.PostConfigure<BaiduOptions>(options => options.PageBaseUrl = "https://brain.baidu.com");
        });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Every_page_of_the_person_has_110_and_whatever_else_there_is_100()
    {
        var (isHeld, session) = (await RedirectsToHttpsAsync(), await portal.CreateSessionAsync());
        using var visitor = portal.Visit(origin: Site, remote: "127.0.0.1");
        await visitor.ActAsAsync("Administrator");
        await visitor.OpenAsync(session.Link);
        var scores = new List<(PageKind Kind, string Path, int Score)>();
        foreach (var route in portal.Routes().Where(route => route.Takes("GET")))
        {
            using var answer = await visitor.GetAsync(route.PathOf());
            scores.Add((PageKinds.Known(route.PathOf(), route) ?? PageKind.EndUser, route.PathOf(), ObservatoryScore.Of(await SeenAnswer.ReadAsync(answer, isHeld))));
        }
        Assert.Empty(scores.Where(score => score.Score < Least[score.Kind]).Select(score => $"{score.Path}: {score.Score}"));
        Assert.Equal(Least.Keys.Order(), scores.Select(score => score.Kind).Distinct().Order());
        Assert.Equal(Documented(), scores.GroupBy(score => score.Kind).ToDictionary(group => group.Key.ToString(), group => group.Min(score => score.Score)).OrderBy(pair => pair.Key));
    }

    private async Task<bool> RedirectsToHttpsAsync()
    {
        using var plain = portal.Visit(origin: "http://portal.example", remote: Proxy);
        using var answer = await plain.GetAsync("/verify", ("X-Forwarded-For", "198.51.100.7"), ("X-Forwarded-Proto", "http"));
        return answer.StatusCode == HttpStatusCode.PermanentRedirect && answer.Headers.Location?.ToString() == $"{Site}/verify";
    }

    private static IEnumerable<KeyValuePair<string, int>> Documented() => Figure()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security-headers.md")))
        .Select(row => KeyValuePair.Create(row.Groups["kind"].Value, int.Parse(row.Groups["score"].Value, System.Globalization.CultureInfo.InvariantCulture)))
        .OrderBy(pair => pair.Key);

    [GeneratedRegex(@"^\| `(?<kind>\w+)` \| \d+ \| (?<score>\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Figure();
}
