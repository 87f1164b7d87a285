using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People;
using FaceH5Portal.Web.Tests.Host;
using FaceH5Portal.Web.Tests.Safety;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OtpNet;

namespace FaceH5Portal.Web.Tests.SignIn;

/// <summary>A portal that offers nobody a click to get in, and a clock for its people that only a test moves.</summary>
internal sealed class PeopleHost : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PeopleHost(IReadOnlyDictionary<string, string?>? settings) => Portal = PortalHost.With(
        new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["environment"] = "Staging",
            ["Portal:MasterKey"] = Convert.ToBase64String(new byte[32]),
            ["Portal:RateLimits:SignInPerAddress"] = "1000",
        },
        services =>
        {
            services.AddSingleton(new PeopleClock(Time));
            RemoteAddress.Add(services);
        });

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public PortalHost Portal { get; }

    public static PeopleHost With(IReadOnlyDictionary<string, string?>? settings = null) => new(settings);

    public T Get<T>() where T : notnull => Portal.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public async Task<Invitation> InviteAsync(string login, params Role[] roles) => (await Get<PeopleDesk>().InviteAsync(
        Administrator, login, new PersonTerms { Name = "Lin", Roles = roles.Length > 0 ? roles : [Role.Operator] }, CancellationToken.None)).Value;

    public Task<Account?> FindAsync(string login) => Get<AccountBook>().FindByLoginAsync(login, CancellationToken.None);

    public async Task SwitchOffAsync(string login) =>
        Assert.True((await Get<PeopleDesk>().SwitchAsync(Administrator, (await FindAsync(login))!.Id, false, CancellationToken.None)).Ok);

    public string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(Time.GetUtcNow().UtcDateTime);

    /// <summary>Opens the link, sets a password and an app, and answers the app's secret; the visitor is signed in from then on.</summary>
    public async Task<(string Key, IReadOnlyList<string> Recovery)> SetUpAsync(Visitor visitor, string code)
    {
        (await visitor.SubmitAsync($"/welcome/{code}", "welcome-enter")).Dispose();
        (await visitor.SubmitAsync("/account/password", "password-set", ("Password", Password), ("Again", Password))).Dispose();
        using var begun = await visitor.SubmitAsync("/account/codes", "codes-begin");
        var key = Visitor.Find(await Visitor.PageOfAsync(begun), "codes-key").TextContent;
        using var confirmed = await visitor.SubmitAsync("/account/codes", "codes-confirm", ("Code", CodeOf(key)));
        var recovery = (await Visitor.PageOfAsync(confirmed)).QuerySelectorAll("[data-testid=recovery-code]").Select(element => element.TextContent).ToList();
        // The next click is the first with the new cookie, and ends the session of the link.
        (await visitor.GetAsync("/account")).Dispose();
        // The half minute of the code that was just taken.
        Time.Advance(TimeSpan.FromMinutes(1));
        return (key, recovery);
    }

    /// <summary>Somebody with a password and an app, who is nowhere signed in.</summary>
    public async Task<(string Key, IReadOnlyList<string> Recovery)> WithPasswordAsync(string login, params Role[] roles)
    {
        using var visitor = Portal.Visit();
        return await SetUpAsync(visitor, (await InviteAsync(login, roles)).Code);
    }

    public static Task<HttpResponseMessage> PasswordAsync(Visitor visitor, string login, string password = Password, string path = "/sign-in") =>
        visitor.SubmitAsync(path, "password-sign-in", ("Login", login), ("Password", password));

    public async Task SignInAsync(Visitor visitor, string login, string key)
    {
        (await PasswordAsync(visitor, login)).Dispose();
        using var done = await visitor.SubmitAsync("/sign-in/code", "code-sign-in", ("Code", CodeOf(key)));
        Assert.Equal("/", Visitor.LeadsTo(done));
    }

    /// <summary>The code of what was wrong; null when nothing was.</summary>
    public static async Task<string?> FaultOfAsync(HttpResponseMessage answer) =>
        (await Visitor.PageOfAsync(answer)).QuerySelector("[data-testid=sign-in-error]")?.GetAttribute("data-code");
}
