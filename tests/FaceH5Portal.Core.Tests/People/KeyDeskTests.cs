using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.People;

public sealed class KeyDeskTests : IAsyncLifetime
{
    private static readonly Actor Administrator = PeopleBench.Administrator;

    private PortalHarness portal = null!;

    private KeyDesk Desk => portal.Get<KeyDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_key_may_what_it_was_given_and_its_last_use_is_shown()
    {
        var made = await MakeAsync();
        Assert.Null((await ListedAsync()).LastUsedUtc);
        var actor = (await ActorOfAsync(made.Key))!;
        Assert.Equal("api-key/crm", actor.Id);
        Assert.Equal([Permission.SeeSessions], actor.Permissions);
        Assert.Equal(portal.NowUtc, (await ListedAsync()).LastUsedUtc);
        Assert.Null(await ActorOfAsync(made.Key + "x"));
    }

    [Fact]
    public async Task A_key_is_kept_nowhere()
    {
        var made = await MakeAsync();
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.Equal(KeyRules.Hash(made.Key), (await db.Set<IssuedKey>().SingleAsync()).Sha256);
        Assert.DoesNotContain(await db.Set<AuditEntry>().ToListAsync(), entry => $"{entry.Target}{entry.Note}".Contains(made.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_ends_by_itself_and_by_being_revoked()
    {
        var (expiring, revoked) = (await MakeAsync(), await MakeAsync("erp"));
        Assert.True((await Desk.RevokeAsync(Administrator, revoked.Id, CancellationToken.None)).Ok);
        Assert.Null(await ActorOfAsync(revoked.Key));
        portal.Advance(TimeSpan.FromDays(30));
        Assert.Null(await ActorOfAsync(expiring.Key));
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_gap()
    {
        var old = await MakeAsync();
        portal.Advance(TimeSpan.FromMinutes(1));
        var renewed = (await Desk.RotateAsync(Administrator, old.Id, portal.NowUtc.AddDays(7), portal.NowUtc.AddDays(90), CancellationToken.None)).Value;
        Assert.Equal((await ActorOfAsync(old.Key))!.Id, (await ActorOfAsync(renewed.Key))!.Id);
        Assert.Equal(KeyRules.Hash(renewed.Key), await portal.Get<KeyBook>().HashOfAsync("api-key/crm", CancellationToken.None));
        portal.Advance(TimeSpan.FromDays(7));
        Assert.Null(await ActorOfAsync(old.Key));
        Assert.NotNull(await ActorOfAsync(renewed.Key));
        PeopleBench.Refuses("key-over", await Desk.RotateAsync(Administrator, old.Id, portal.NowUtc, portal.NowUtc.AddDays(90), CancellationToken.None));
    }

    [Fact]
    public async Task A_replaced_key_never_lives_longer_for_it()
    {
        var old = await MakeAsync();
        await Desk.RotateAsync(Administrator, old.Id, portal.NowUtc.AddDays(80), portal.NowUtc.AddDays(90), CancellationToken.None);
        portal.Advance(TimeSpan.FromDays(30));
        Assert.Null(await ActorOfAsync(old.Key));
    }

    [Theory]
    [InlineData("two words", 30, Permission.SeeSessions, "key-name-invalid")]
    [InlineData("crm", 0, Permission.SeeSessions, "key-end-invalid")]
    [InlineData("crm", 366, Permission.SeeSessions, "key-end-invalid")]
    [InlineData("crm", 30, Permission.ManagePeople, "key-permissions-missing")]
    [InlineData("crm", 30, Permission.ManageKeys, "key-permissions-missing")]
    public async Task What_is_no_proper_key_is_refused(string name, int days, Permission permission, string code) =>
        PeopleBench.Refuses(code, await Desk.CreateAsync(Administrator, new NewKey(name, [permission], portal.NowUtc.AddDays(days)), CancellationToken.None));

    [Fact]
    public async Task Nobody_gives_a_key_what_they_do_not_have()
    {
        var keeper = new Actor("keeper", "Keeper", new HashSet<Permission> { Permission.ManageKeys, Permission.SeeSessions });
        PeopleBench.Refuses(PortalError.AccessDenied, await Desk.CreateAsync(keeper, new NewKey("crm", [Permission.SeeImages], portal.NowUtc.AddDays(1)), CancellationToken.None));
        var made = await MakeAsync("erp", Permission.SeeImages);
        PeopleBench.Refuses(PortalError.AccessDenied, await Desk.RotateAsync(keeper, made.Id, portal.NowUtc, portal.NowUtc.AddDays(1), CancellationToken.None));
        Assert.True((await Desk.CreateAsync(keeper, new NewKey("crm", [Permission.SeeSessions], portal.NowUtc.AddDays(1)), CancellationToken.None)).Ok);
    }

    [Fact]
    public async Task A_name_is_one_programs()
    {
        await MakeAsync();
        PeopleBench.Refuses("key-name-taken", await Desk.CreateAsync(Administrator, new NewKey("crm", [Permission.SeeSessions], portal.NowUtc.AddDays(1)), CancellationToken.None));
    }

    private async Task<MadeKey> MakeAsync(string name = "crm", Permission permission = Permission.SeeSessions) =>
        (await Desk.CreateAsync(Administrator, new NewKey(name, [permission], portal.NowUtc.AddDays(30)), CancellationToken.None)).Value;

    private Task<Actor?> ActorOfAsync(string key) => portal.Get<KeyBook>().ActorOfAsync(KeyRules.Hash(key), CancellationToken.None);

    private async Task<IssuedKey> ListedAsync() => Assert.Single((await Desk.ListAsync(Administrator, CancellationToken.None)).Value);
}
