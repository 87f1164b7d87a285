using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.People;

public sealed class AccountLinkTests : IAsyncLifetime
{
    private PeopleBench bench = null!;

    public async Task InitializeAsync() => bench = await PeopleBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_comes_by_a_link_that_works_once()
    {
        var code = (await FirstAsync())!;
        Assert.Null((await bench.Links.LookAsync(code, CancellationToken.None)).Value);
        var id = (await RedeemAsync(code)).Value;
        var first = await bench.FindAsync(id);
        Assert.Equal(("root@house.example", "Root"), (first.Login, first.Name));
        Assert.Contains(Permission.ManagePeople, first.PermissionsIn(first.Roles));
        PeopleBench.Refuses("link-unknown", await RedeemAsync(code, "second@house.example"));
        PeopleBench.Refuses("link-unknown", await bench.Links.LookAsync(code, CancellationToken.None));
    }

    [Fact]
    public async Task Each_start_makes_a_new_link_until_somebody_can_manage_people_and_the_older_one_ends()
    {
        var first = (await FirstAsync())!;
        var second = (await FirstAsync())!;
        PeopleBench.Refuses("link-unknown", await RedeemAsync(first));
        var administrator = await bench.FindAsync((await RedeemAsync(second)).Value);
        // Who opened the link and set up no way to sign in is nobody yet.
        Assert.NotNull(await FirstAsync());
        await bench.Book.BindLoginAsync(administrator, "https://login.example/", "7", CancellationToken.None);
        Assert.Null(await FirstAsync());
    }

    [Fact]
    public async Task A_link_ends_after_its_days()
    {
        var code = (await FirstAsync())!;
        bench.Portal.Advance(SignInLimits.LinkLife + TimeSpan.FromSeconds(1));
        PeopleBench.Refuses("link-unknown", await RedeemAsync(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fh5_")]
    [InlineData("fh5_nobodyknowsthisone0001")]
    [InlineData("' OR 1=1 --")]
    public async Task What_is_no_link_is_as_good_as_one_that_is_over(string code)
    {
        await FirstAsync();
        PeopleBench.Refuses("link-unknown", await RedeemAsync(code));
    }

    [Theory]
    [InlineData("", "Root", "login-invalid")]
    [InlineData("two words", "Root", "login-invalid")]
    [InlineData("root@house.example", " ", "text-required")]
    public async Task Who_says_nothing_usable_may_try_the_link_again(string login, string name, string code)
    {
        var link = (await FirstAsync())!;
        PeopleBench.Refuses(code, await bench.Links.RedeemAsync(link, login, name, CancellationToken.None));
        Assert.True((await RedeemAsync(link)).Ok);
    }

    [Fact]
    public async Task Neither_a_code_nor_a_name_stands_in_the_database_beside_it()
    {
        var code = (await FirstAsync())!;
        await using var db = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.NotEqual(code, (await db.Set<AccountLink>().SingleAsync()).CodeHash);
        Assert.DoesNotContain(await db.Set<AuditEntry>().ToListAsync(), entry => entry.Note?.Contains(code, StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task The_people_of_a_trial_are_nobody_where_none_is_offered()
    {
        var demo = bench.Portal.Get<DemoPeople>();
        var account = await bench.FindAsync((await demo.FindOrMakeAsync(Role.Administrator, CancellationToken.None)).Value);
        var session = await bench.SignInAsync(account, SignInMethod.Demo);
        Assert.Contains(Permission.ManagePeople, (await bench.ActorAsync(session)).Permissions);
        Assert.Equal(1, (await demo.ShutOutAsync(CancellationToken.None)).Value);
        Assert.False(await bench.HoldsAsync(session));
        Assert.NotNull(await FirstAsync());
        Assert.Equal(account.Id, (await demo.FindOrMakeAsync(Role.Administrator, CancellationToken.None)).Value);
        Assert.True((await bench.FindAsync(account.Id)).IsActive);
    }

    private async Task<string?> FirstAsync() => (await bench.Links.FirstAsync(CancellationToken.None)).Value;

    private Task<Result<Guid>> RedeemAsync(string code, string login = "Root@House.example") => bench.Links.RedeemAsync(code, login, "Root", CancellationToken.None);
}
