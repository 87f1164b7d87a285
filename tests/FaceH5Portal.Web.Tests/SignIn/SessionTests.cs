using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.SignIn;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Lin = "lin@house.example";
    private const string Cookie = "__Host-person=";

    private readonly PeopleHost host = PeopleHost.With(new Dictionary<string, string?> { ["SignIn:Networks:Administrator"] = "10.1.0.0/16" });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Nobody_is_sent_to_sign_in_and_gets_no_data()
    {
        using var visitor = host.Portal.Visit();
        Assert.Equal("/sign-in?returnTo=%2F", await LeadsToAsync(visitor, "/"));
        Assert.Equal("/sign-in?returnTo=%2Faccount", await LeadsToAsync(visitor, "/account"));
        using var picture = await visitor.GetAsync($"/evidence/{Guid.NewGuid()}");
        using var export = await visitor.SendAsync("/sessions/export");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (picture.StatusCode, export.StatusCode));
        Assert.True(Visitor.Has(await Visitor.PageOfAsync(picture), "refused"));
    }

    [Theory]
    [InlineData(Cookie + "made-up")]
    [InlineData(Cookie + "CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("__Host-second-step=made-up")]
    public async Task A_cookie_that_is_not_ours_is_nobodys(string cookie)
    {
        using var visitor = host.Portal.Visit();
        using var answer = await visitor.GetAsync("/sessions", cookie);
        Assert.Equal("/sign-in?returnTo=%2Fsessions", Visitor.LeadsTo(answer));
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_once_its_owner_signed_out()
    {
        using var owner = host.Portal.Visit();
        var cookie = await SignedInAsync(owner);
        using var thief = host.Portal.Visit();
        using (var before = await thief.GetAsync("/sessions", cookie))
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        using (var left = await owner.SubmitAsync("/account", "account-sign-out"))
            Assert.Equal("/sign-in", Visitor.LeadsTo(left));
        using var after = await thief.GetAsync("/sessions", cookie);
        Assert.Equal("/sign-in?returnTo=%2Fsessions", Visitor.LeadsTo(after));
    }

    [Fact]
    public async Task Signing_in_anew_ends_the_session_before_once_the_browser_comes_with_the_new_one()
    {
        using var visitor = host.Portal.Visit();
        var before = await SignedInAsync(visitor);
        await SignedInAsync(visitor, "wei@house.example");
        using var late = host.Portal.Visit();
        using (var sentBefore = await late.GetAsync("/sessions", before))
            Assert.Equal(HttpStatusCode.OK, sentBefore.StatusCode);
        Assert.Null(await LeadsToAsync(visitor, "/sessions"));
        using var sentAfter = await late.GetAsync("/sessions", before);
        Assert.Equal("/sign-in?returnTo=%2Fsessions", Visitor.LeadsTo(sentAfter));
        // The browser that it comes from holds another cookie of that name by now.
        Assert.DoesNotContain(Visitor.CookiesOf(sentAfter), cookie => cookie.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.Null(await LeadsToAsync(visitor, "/sessions"));
    }

    [Fact]
    public async Task A_session_that_is_left_alone_is_over()
    {
        using var visitor = host.Portal.Visit();
        await SignedInAsync(visitor);
        host.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("/sign-in?returnTo=%2Fsessions", await LeadsToAsync(visitor, "/sessions"));
    }

    [Fact]
    public async Task One_sees_where_one_is_signed_in_and_ends_the_others()
    {
        using var here = host.Portal.Visit();
        using var there = host.Portal.Visit();
        var (key, _) = await host.WithPasswordAsync(Lin);
        await host.SignInAsync(here, Lin, key);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.SignInAsync(there, Lin, key);
        // The one in which it was all set up is the third.
        Assert.Equal(3, (await here.ReadAsync("/account")).QuerySelectorAll("[data-testid=session-entry]").Length);
        (await here.SubmitAsync("/account", "sessions-end-others")).Dispose();
        Assert.Single((await here.ReadAsync("/account")).QuerySelectorAll("[data-testid=session-entry]"));
        Assert.Equal("/sign-in?returnTo=%2Fsessions", await LeadsToAsync(there, "/sessions"));
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended_nor_told_from_none()
    {
        using var stranger = host.Portal.Visit();
        await SignedInAsync(stranger);
        var session = (await host.Get<AccountSessions>().ListAsync((await host.FindAsync(Lin))!.Id, CancellationToken.None))[0].Id;
        using var other = host.Portal.Visit();
        await SignedInAsync(other, "wei@house.example");
        foreach (var id in new[] { session, Guid.NewGuid() })
        {
            using var refused = await other.SendAsync("/account/sessions/end", ("id", id.ToString()));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        Assert.Null(await LeadsToAsync(stranger, "/sessions"));
    }

    [Theory]
    [InlineData("en", "You lack the permission: audit charges.", "You lack the permission: see pictures.")]
    [InlineData("zh-CN", "您缺少权限：审计费用。", "您缺少权限：查看图像。")]
    public async Task Who_may_not_is_told_in_words_what_is_missing(string language, string page, string file)
    {
        using var visitor = host.Portal.Visit(language);
        await SignedInAsync(visitor, Lin, Role.Auditor);
        using var picture = await visitor.GetAsync($"/evidence/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.Forbidden, file), (picture.StatusCode, await RefusedAsync(picture)));
        using var other = host.Portal.Visit(language);
        await SignedInAsync(other, "wei@house.example", Role.Operator);
        using var charges = await other.GetAsync("/admin/charges");
        Assert.Equal((HttpStatusCode.Forbidden, page), (charges.StatusCode, await RefusedAsync(charges)));
    }

    [Fact]
    public async Task A_role_counts_where_the_settings_say()
    {
        using var inside = host.Portal.Visit(remote: "10.1.2.3");
        var cookie = await SignedInAsync(inside, "root@house.example", Role.Administrator);
        Assert.Null(await LeadsToAsync(inside, "/admin/people"));
        using var outside = host.Portal.Visit(remote: "203.0.113.9");
        using var refused = await outside.GetAsync("/admin/people", cookie);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Ways_in_are_changed_by_who_has_just_shown_who_they_are()
    {
        using var visitor = host.Portal.Visit();
        await SignedInAsync(visitor);
        host.Time.Advance(StepUp.Window + TimeSpan.FromSeconds(1));
        using var refused = await visitor.SubmitAsync("/account/password", "password-set", ("Password", "another password of some length"), ("Again", "another password of some length"));
        Assert.Equal("step-up-needed", await PeopleHost.FaultOfAsync(refused));
        using var challenge = await visitor.SendAsync("/account/passkeys/challenge");
        Assert.Equal(HttpStatusCode.Forbidden, challenge.StatusCode);
    }

    private async Task<string> SignedInAsync(Visitor visitor, string login = Lin, params Role[] roles)
    {
        var (key, _) = await host.WithPasswordAsync(login, roles);
        (await PeopleHost.PasswordAsync(visitor, login)).Dispose();
        using var done = await visitor.SubmitAsync("/sign-in/code", "code-sign-in", ("Code", host.CodeOf(key)));
        return Assert.Single(done.Headers.GetValues("Set-Cookie"), value => value.StartsWith(Cookie, StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<string?> LeadsToAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return Visitor.LeadsTo(answer);
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage answer) => Visitor.Find(await Visitor.PageOfAsync(answer), "refused").TextContent.Trim();
}
