using System.Net;
using AngleSharp.Dom;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Host;

[Collection(HostTests.Name)]
public sealed class LinkTests(PortalHost portal)
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task An_unknown_link_is_a_404_with_words_in_the_language_of_the_browser(string language)
    {
        using var visitor = portal.Visit(language);
        using var answer = await visitor.GetAsync("/v/fh5_nobodyknowsthisone0001");
        var page = await Visitor.PageOfAsync(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Words(language)["EndUser.LinkUnknown.Title"], Read(page, "link-unknown"));
    }

    [Fact]
    public async Task Opening_a_link_leaves_a_cookie_hides_the_code_and_changes_nothing()
    {
        var session = await portal.CreateSessionAsync();
        await using var database = await portal.WatchAsync();
        var before = database.Version;
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync(session.Link.AbsolutePath);
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (answer.StatusCode, new Uri(new Uri("https://localhost"), answer.Headers.Location!).AbsolutePath));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-visit=", StringComparison.Ordinal));
        foreach (var rule in new[] { "path=/", "secure", "samesite=lax", "httponly" })
            Assert.Contains(rule, cookie, StringComparison.Ordinal);
        Assert.Equal("AwaitingUser", Status(await visitor.ReadAsync("/verify")));
        Assert.Equal(before, database.Version);
        (await visitor.StartAsync(agreed: true)).Dispose();
        Assert.NotEqual(before, database.Version);
    }

    [Fact]
    public async Task No_answer_to_the_person_is_kept_by_a_cache_or_told_to_another_site()
    {
        var link = (await portal.CreateSessionAsync()).Link;
        using var visitor = portal.Visit();
        // The redirect comes first: it carries the cookie, and then /verify has somebody to show.
        foreach (var path in new[] { link.AbsolutePath, "/verify", "/v/fh5_nobodyknowsthisone0001", "/r/fh5_forgedforgedforged0001" })
        {
            using var answer = await visitor.GetAsync(path);
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Without_the_tick_nobody_goes_anywhere()
    {
        var session = await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(session.Link);
        using var answer = await visitor.StartAsync(agreed: false);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TextResources.English["Error.consent-missing"], Read(await Visitor.PageOfAsync(answer), "verify-error"));
        Assert.Equal(SessionStatus.AwaitingUser, (await portal.SeeAsync(session.Id)).Row.Status);
    }

    [Fact]
    public async Task With_the_tick_the_person_is_sent_to_the_vendor()
    {
        var session = await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(session.Link);
        using var answer = await visitor.StartAsync(agreed: true);
        Assert.Equal((HttpStatusCode.Redirect, "/face/print/"), (answer.StatusCode, answer.Headers.Location!.AbsolutePath));
        Assert.Equal(SessionStatus.Capturing, (await portal.SeeAsync(session.Id)).Row.Status);
    }

    [Fact]
    public async Task A_form_without_its_proof_of_origin_does_nothing()
    {
        var session = await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(session.Link);
        using var answer = await visitor.PostAsync("/verify", ("_handler", "start"), ("Agreed", "yes"));
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(SessionStatus.AwaitingUser, (await portal.SeeAsync(session.Id)).Row.Status);
    }

    [Fact]
    public async Task Nobody_agrees_for_one_session_to_what_another_one_says()
    {
        var (first, second) = (await portal.CreateSessionAsync(), await portal.CreateSessionAsync());
        using var visitor = portal.Visit();
        await visitor.OpenAsync(first.Link);
        var form = Visitor.Hidden(await visitor.ReadAsync("/verify"), Visitor.StartForm);
        await visitor.OpenAsync(second.Link);
        using var answer = await visitor.PostAsync("/verify", [.. form, ("Agreed", "yes")]);
        Assert.Equal(TextResources.English["Error.visit-changed"], Read(await Visitor.PageOfAsync(answer), "verify-error"));
        Assert.Equal(SessionStatus.AwaitingUser, (await portal.SeeAsync(second.Id)).Row.Status);
    }

    [Theory]
    [InlineData("fh5_forgedforgedforged0001")]
    [InlineData("x")]
    public async Task A_forged_way_back_shows_a_neutral_page_and_asks_nobody(string state)
    {
        var before = await portal.VendorCallsAsync();
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync($"/r/{state}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(TextResources.English["EndUser.Return.Title"], Read(await Visitor.PageOfAsync(answer), "return-neutral"));
        Assert.Equal(before, await portal.VendorCallsAsync());
    }

    [Fact]
    public async Task A_forged_cookie_is_the_same_as_none()
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.GetAsync("/verify", "__Host-visit=CfDJ8forged");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(TextResources.English["EndUser.LinkUnknown.Title"], Read(await Visitor.PageOfAsync(answer), "link-unknown"));
    }

    private static IReadOnlyDictionary<string, string> Words(string language) => language == "en" ? TextResources.English : TextResources.Chinese;

    private static string Read(IDocument page, string testId) => page.QuerySelector($"[data-testid={testId}]")!.TextContent;

    private static string? Status(IDocument page) => page.QuerySelector("[data-testid=verify-title]")!.GetAttribute("data-status");
}
