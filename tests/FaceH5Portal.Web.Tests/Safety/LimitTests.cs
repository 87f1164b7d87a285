using System.Net;
using FaceH5Portal.Web.Tests.Api;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>Small limits, one subject each, so that no test waits for a minute to end.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?>
    {
        ["Portal:RateLimits:PerAddress"] = "8",
        ["Portal:RateLimits:PerLink"] = "3",
        ["Portal:RateLimits:UnknownPerAddress"] = "2",
        ["Portal:RateLimits:PerApiKey"] = "2",
    }, RemoteAddress.Add);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Too_many_requests_are_told_in_plain_words_with_the_time_to_wait(string language)
    {
        using var visitor = portal.Visit(language);
        await RepeatAsync(visitor, "/r/fh5_forgedforgedforged0001", 3, HttpStatusCode.OK);
        using var refused = await visitor.GetAsync("/r/fh5_forgedforgedforged0001");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var seconds = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(seconds, 1, 60);
        var page = await Visitor.PageOfAsync(refused);
        var words = (language == "en" ? TextResources.English : TextResources.Chinese)["Error.too-many-requests"];
        Assert.Equal(words.Replace("{0}", $"{seconds}", StringComparison.Ordinal), page.QuerySelector("[data-testid=refused]")!.TextContent);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.True(refused.Headers.Contains("Content-Security-Policy"));
        Assert.True(refused.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task One_link_too_often_leaves_the_others_open()
    {
        var (often, other) = (await portal.CreateSessionAsync(), await portal.CreateSessionAsync());
        using var visitor = portal.Visit();
        await RepeatAsync(visitor, often.Link.AbsolutePath, 3, HttpStatusCode.Redirect);
        await RepeatAsync(visitor, often.Link.AbsolutePath, 1, HttpStatusCode.TooManyRequests);
        await RepeatAsync(visitor, other.Link.AbsolutePath, 1, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_sent_too_often_is_refused_for_its_visit_and_looking_is_not()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.CreateSessionAsync()).Link);
        for (var time = 0; time < 3; time++)
            (await visitor.StartAsync(agreed: false)).Dispose();
        using var refused = await visitor.StartAsync(agreed: true);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await RepeatAsync(visitor, "/verify", 20, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_guesses_opens_no_link_for_a_while_and_another_address_does()
    {
        var link = (await portal.CreateSessionAsync()).Link.AbsolutePath;
        using var guesser = From("203.0.113.7");
        using var other = From("203.0.113.8");
        await RepeatAsync(guesser, "/v/fh5_nobodyknowsthisone0001", 1, HttpStatusCode.NotFound);
        await RepeatAsync(guesser, "/v/fh5_nobodyknowsthisone0002", 1, HttpStatusCode.NotFound);
        await RepeatAsync(guesser, "/v/fh5_nobodyknowsthisone0003", 1, HttpStatusCode.TooManyRequests);
        await RepeatAsync(guesser, link, 1, HttpStatusCode.TooManyRequests);
        await RepeatAsync(guesser, "/verify", 1, HttpStatusCode.NotFound);
        await RepeatAsync(other, link, 1, HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:2:ffff::8", true)]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:3::7", false)]
    public async Task An_address_is_counted_whole_and_of_IPv6_its_network(string one, string two, bool same)
    {
        using var first = From(one);
        using var second = From(two);
        for (var link = 0; link < 8; link++)
            await RepeatAsync(first, $"/r/fh5_forgedforgedforged000{link}", 1, HttpStatusCode.OK);
        await RepeatAsync(second, "/r/fh5_forgedforgedforged0009", 1, same ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_that_calls_too_often_gets_a_problem_and_health_never_does()
    {
        using var caller = new ApiCaller(portal.CreateClient(new() { BaseAddress = new Uri("https://localhost") }), "sandbox-portal-key");
        for (var call = 0; call < 2; call++)
            Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(ApiCaller.Sessions)).Status);
        var refused = await caller.GetAsync(ApiCaller.Sessions);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (refused.Status, refused.Code));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var visitor = portal.Visit();
        await RepeatAsync(visitor, "/health/live", 50, HttpStatusCode.OK);
    }

    private Visitor From(string address) => portal.Visit(remote: address);

    private static async Task RepeatAsync(Visitor visitor, string path, int times, HttpStatusCode status)
    {
        for (var time = 0; time < times; time++)
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal((path, time, status), (path, time, answer.StatusCode));
        }
    }
}
