using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.SignIn;

/// <summary>Signing in by a provider of the house, which runs beside the tests.</summary>
public sealed class ProviderSignInTests : IAsyncLifetime
{
    private const string Lin = "lin@house.example";
    private const string Failed = "/sign-in?returnTo=%2Fsessions&error=sign-in-failed";

    private HouseProvider provider = null!;
    private PeopleHost host = null!;

    public async Task InitializeAsync()
    {
        provider = await HouseProvider.StartAsync(new Uri("http://localhost:5080/sign-in/provider/return"));
        provider.Email = Lin;
        host = PeopleHost.With(Settings());
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_whose_address_the_provider_has_verified_is_let_in_and_known_from_then_on()
    {
        await host.InviteAsync(Lin);
        using var visitor = host.Portal.Visit();
        Assert.Equal("/sessions", await GoAsync(visitor));
        using (var console = await visitor.GetAsync("/sessions"))
            Assert.Equal(HttpStatusCode.OK, console.StatusCode);
        // The provider may give them another address; by its own name it knows them still.
        provider.Email = "married@house.example";
        using var again = host.Portal.Visit();
        Assert.Equal("/sessions", await GoAsync(again));
        Assert.Single(await host.Get<AccountBook>().BoundLoginsAsync((await host.FindAsync(Lin))!.Id, CancellationToken.None));
    }

    [Fact]
    public async Task An_address_that_is_not_verified_or_nobodys_lets_nobody_in_and_makes_no_account()
    {
        using var visitor = host.Portal.Visit();
        Assert.Equal(Failed, await GoAsync(visitor));
        Assert.Null(await host.FindAsync(Lin));
        await host.InviteAsync(Lin);
        provider.IsVerified = false;
        Assert.Equal(Failed, await GoAsync(visitor));
    }

    [Fact]
    public async Task An_administrator_is_bound_by_themselves_alone()
    {
        var (key, _) = await host.WithPasswordAsync(Lin, Role.Administrator);
        using var visitor = host.Portal.Visit();
        Assert.Equal(Failed, await GoAsync(visitor));
        await host.SignInAsync(visitor, Lin, key);
        Assert.Equal("/account", await GoAsync(visitor));
        using var other = host.Portal.Visit();
        Assert.Equal("/sessions", await GoAsync(other));
    }

    [Fact]
    public async Task Who_is_shut_out_is_so_for_the_provider_too()
    {
        await host.InviteAsync(Lin);
        using var visitor = host.Portal.Visit();
        await GoAsync(visitor);
        await host.SwitchOffAsync(Lin);
        Assert.Equal(Failed, await GoAsync(visitor));
    }

    [Fact]
    public async Task A_made_up_or_replayed_answer_leads_back_to_the_beginning()
    {
        await host.InviteAsync(Lin);
        using var visitor = host.Portal.Visit();
        using (var made = await visitor.GetAsync("/sign-in/provider/return?code=made-up&state=made-up"))
            Assert.Equal("/sign-in?error=sign-in-failed", Visitor.LeadsTo(made));
        var answer = await AskedAsync(visitor);
        (await visitor.GetAsync(answer)).Dispose();
        using var thief = host.Portal.Visit();
        using var replayed = await thief.GetAsync(answer);
        Assert.Equal("/sign-in?error=sign-in-failed", Visitor.LeadsTo(replayed));
        using var nothing = await thief.GetAsync("/sign-in/provider/done?returnTo=%2Fsessions");
        Assert.Equal(Failed, Visitor.LeadsTo(nothing));
    }

    [Fact]
    public async Task A_provider_that_asked_less_than_the_house_wants_lets_nobody_in()
    {
        await using var strict = PeopleHost.With(new Dictionary<string, string?>(Settings()) { ["SignIn:Oidc:Strengths"] = "mfa, hwk" });
        await strict.InviteAsync(Lin);
        using var visitor = strict.Portal.Visit();
        provider.Methods = ["pwd"];
        Assert.Equal("/sign-in?returnTo=%2Fsessions&error=provider-too-weak", await GoAsync(visitor));
        provider.Methods = ["pwd", "mfa"];
        Assert.Equal("/sessions", await GoAsync(visitor));
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["SignIn:Oidc:Authority"] = provider.Address.AbsoluteUri,
        ["SignIn:Oidc:ClientId"] = HouseProvider.ClientId,
        ["SignIn:Oidc:ClientSecret"] = HouseProvider.Secret,
        ["SignIn:Oidc:Name"] = "House",
    };

    /// <summary>Where the provider sends the browser back to.</summary>
    private static async Task<string> AskedAsync(Visitor visitor)
    {
        using var begun = await visitor.GetAsync("/sign-in/provider?returnTo=%2Fsessions");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answered = await browser.GetAsync(begun.Headers.Location);
        return answered.Headers.Location!.PathAndQuery;
    }

    private static async Task<string?> GoAsync(Visitor visitor)
    {
        using var back = await visitor.GetAsync(await AskedAsync(visitor));
        using var done = await visitor.GetAsync(Visitor.LeadsTo(back)!);
        return Visitor.LeadsTo(done);
    }
}
