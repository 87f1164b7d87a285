using System.Net;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.SignIn;

public sealed class PasswordSignInTests : IAsyncLifetime
{
    private const string Lin = "lin@house.example";

    private readonly PeopleHost host = PeopleHost.With();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Who_was_invited_sets_up_password_and_app_and_is_in_and_comes_again_with_both()
    {
        var invitation = await host.InviteAsync(Lin);
        using var first = host.Portal.Visit();
        var (key, recovery) = await host.SetUpAsync(first, invitation.Code);
        Assert.Equal(10, recovery.Distinct().Count());
        using (var console = await first.GetAsync("/sessions"))
            Assert.Equal(HttpStatusCode.OK, console.StatusCode);
        using var again = host.Portal.Visit();
        using (var asked = await again.GetAsync("/sessions?status=Passed"))
            Assert.Equal("/sign-in?returnTo=%2Fsessions%3Fstatus%3DPassed", Visitor.LeadsTo(asked));
        using (var password = await PeopleHost.PasswordAsync(again, Lin, path: "/sign-in?returnTo=%2Fsessions"))
            Assert.Equal("/sign-in/code?returnTo=%2Fsessions", Visitor.LeadsTo(password));
        using var done = await again.SubmitAsync("/sign-in/code?returnTo=%2Fsessions", "code-sign-in", ("Code", host.CodeOf(key)));
        Assert.Equal("/sessions", Visitor.LeadsTo(done));
        var cookie = Assert.Single(done.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-person=", StringComparison.Ordinal));
        Assert.Contains("; path=/; secure; samesite=lax; httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Until_a_way_in_is_set_up_the_console_stays_shut()
    {
        using var visitor = host.Portal.Visit();
        (await visitor.SubmitAsync($"/welcome/{(await host.InviteAsync(Lin)).Code}", "welcome-enter")).Dispose();
        using (var early = await visitor.GetAsync("/sessions"))
            Assert.Equal("/account", Visitor.LeadsTo(early));
        (await visitor.SubmitAsync("/account/password", "password-set", ("Password", PeopleHost.Password), ("Again", PeopleHost.Password))).Dispose();
        using var other = host.Portal.Visit();
        using (var alone = await PeopleHost.PasswordAsync(other, Lin))
            Assert.Equal("/account", Visitor.LeadsTo(alone));
        Assert.True(Visitor.Has(await other.ReadAsync("/account"), "account-unfinished"));
        using var data = await other.SendAsync("/sessions/export");
        Assert.Equal("/account", Visitor.LeadsTo(data));
    }

    [Fact]
    public async Task Whoever_is_not_let_in_hears_the_same()
    {
        await host.WithPasswordAsync(Lin);
        await host.WithPasswordAsync("gone@house.example");
        await host.SwitchOffAsync("gone@house.example");
        await host.InviteAsync("fresh@house.example");
        var said = new HashSet<string>();
        foreach (var (login, password) in new[] { (Lin, "wrong"), ("nobody@house.example", "wrong"), ("gone@house.example", PeopleHost.Password), ("fresh@house.example", ""), ("", ""), (Lin, new string('x', 5000)) })
        {
            using var visitor = host.Portal.Visit();
            using var answer = await PeopleHost.PasswordAsync(visitor, login, password);
            Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, Visitor.CookiesOf(answer).Any(cookie => cookie.Contains("person", StringComparison.Ordinal))));
            said.Add(Visitor.Find(await Visitor.PageOfAsync(answer), "sign-in-error").TextContent);
        }
        Assert.Single(said);
    }

    [Fact]
    public async Task Who_guesses_is_shut_out_for_a_while_even_with_the_right_password()
    {
        await host.WithPasswordAsync(Lin);
        using var visitor = host.Portal.Visit();
        for (var attempt = 0; attempt < AccountLock.Failures; attempt++)
            (await PeopleHost.PasswordAsync(visitor, Lin, "wrong")).Dispose();
        using (var right = await PeopleHost.PasswordAsync(visitor, Lin))
            Assert.Equal("sign-in-failed", await PeopleHost.FaultOfAsync(right));
        host.Time.Advance(AccountLock.Wait + TimeSpan.FromSeconds(1));
        using var later = await PeopleHost.PasswordAsync(visitor, Lin);
        Assert.StartsWith("/sign-in/code", Visitor.LeadsTo(later), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_are_each_taken_once()
    {
        var (key, recovery) = await host.WithPasswordAsync(Lin);
        var code = host.CodeOf(key);
        Assert.Equal("/", await EnterAsync(code));
        Assert.Null(await EnterAsync(code));
        Assert.Equal("/", await EnterAsync(recovery[3]));
        Assert.Null(await EnterAsync(recovery[3]));
        Assert.Equal("/", await EnterAsync(recovery[4].ToLowerInvariant()));
        Assert.Null(await EnterAsync("000000"));
    }

    [Fact]
    public async Task A_code_without_a_password_before_it_is_worth_nothing()
    {
        var (key, _) = await host.WithPasswordAsync(Lin);
        using var visitor = host.Portal.Visit();
        using (var alone = await visitor.SubmitAsync("/sign-in/code", "code-sign-in", ("Code", host.CodeOf(key))))
            Assert.Equal("sign-in-failed", await PeopleHost.FaultOfAsync(alone));
        (await PeopleHost.PasswordAsync(visitor, Lin)).Dispose();
        host.Time.Advance(TimeSpan.FromMinutes(6));
        using var late = await visitor.SubmitAsync("/sign-in/code", "code-sign-in", ("Code", host.CodeOf(key)));
        Assert.Equal("sign-in-failed", await PeopleHost.FaultOfAsync(late));
    }

    [Theory]
    [InlineData("short", "password-too-short")]
    [InlineData("password1234", "password-too-easy")]
    [InlineData("qwertyuiopas", "password-too-easy")]
    [InlineData("lin@house.example", "password-too-easy")]
    public async Task A_password_that_is_easy_to_guess_is_refused(string password, string code)
    {
        using var visitor = host.Portal.Visit();
        (await visitor.SubmitAsync($"/welcome/{(await host.InviteAsync(Lin)).Code}", "welcome-enter")).Dispose();
        using var answer = await visitor.SubmitAsync("/account/password", "password-set", ("Password", password), ("Again", password));
        Assert.Equal(code, await PeopleHost.FaultOfAsync(answer));
        Assert.Null((await host.FindAsync(Lin))!.PasswordHash);
    }

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_one_until_now_and_guessing_it_shuts_the_account()
    {
        const string next = "eleven slow ferries at dusk";
        var (key, _) = await host.WithPasswordAsync(Lin);
        using var visitor = host.Portal.Visit();
        await host.SignInAsync(visitor, Lin, key);
        Assert.Equal("password-old-wrong", await ChangeAsync(visitor, "", next));
        Assert.Null(await ChangeAsync(visitor, PeopleHost.Password, next));
        for (var time = 0; time < AccountLock.Failures; time++)
            Assert.Equal("password-old-wrong", await ChangeAsync(visitor, PeopleHost.Password, "some other words entirely"));
        Assert.Equal("password-old-wrong", await ChangeAsync(visitor, next, "some other words entirely"));
    }

    [Fact]
    public async Task Neither_password_nor_secret_nor_code_is_kept_as_it_is()
    {
        var (key, recovery) = await host.WithPasswordAsync(Lin);
        var account = (await host.FindAsync(Lin))!;
        Assert.DoesNotContain(PeopleHost.Password, account.PasswordHash, StringComparison.Ordinal);
        Assert.DoesNotContain(key, System.Text.Encoding.UTF8.GetString(account.SealedCodeKey!), StringComparison.Ordinal);
        Assert.Empty(account.RecoveryMarks.Intersect(recovery));
    }

    private static async Task<string?> ChangeAsync(Visitor visitor, string old, string next)
    {
        using var answer = await visitor.SubmitAsync("/account/password", "password-set", ("Old", old), ("Password", next), ("Again", next));
        return Visitor.LeadsTo(answer) is null ? await PeopleHost.FaultOfAsync(answer) : null;
    }

    private async Task<string?> EnterAsync(string code)
    {
        using var visitor = host.Portal.Visit();
        (await PeopleHost.PasswordAsync(visitor, Lin)).Dispose();
        using var answer = await visitor.SubmitAsync("/sign-in/code", "code-sign-in", ("Code", code));
        return Visitor.LeadsTo(answer);
    }
}
