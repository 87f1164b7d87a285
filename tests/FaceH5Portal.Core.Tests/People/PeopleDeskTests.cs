using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Core.Tests.People;

public sealed class PeopleDeskTests : IAsyncLifetime
{
    private PeopleBench bench = null!;
    private Account lin = null!;

    public async Task InitializeAsync()
    {
        bench = await PeopleBench.StartAsync();
        await bench.InviteAsync("root@house.example", Role.Administrator);
        lin = await bench.InviteAsync();
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Somebody_may_what_their_roles_and_single_permissions_say_and_nothing_else()
    {
        await ChangeAsync(new PersonTerms { Name = "Lin", Roles = [Role.Operator, Role.Reviewer], Granted = [Permission.ReadAudit], Withheld = [Permission.SeeImages] });
        var actor = await bench.ActorAsync(await bench.SignInAsync(await bench.FindAsync(lin.Id)));
        var expected = RolePermissions.Of(Role.Operator).Union(RolePermissions.Of(Role.Reviewer)).Append(Permission.ReadAudit).Except([Permission.SeeImages]);
        Assert.Equal(expected.Order(), actor.Permissions.Order());
    }

    [Fact]
    public async Task Without_a_role_nothing_is_allowed_and_a_role_that_is_away_counts_for_nothing()
    {
        await ChangeAsync(new PersonTerms { Name = "Lin", Roles = [], Granted = [Permission.ReadAudit] });
        Assert.Empty((await bench.ActorAsync(await bench.SignInAsync(await bench.FindAsync(lin.Id)))).Permissions);
        await ChangeAsync(new PersonTerms { Name = "Lin", Roles = [Role.Auditor, Role.Administrator] });
        var live = (await bench.Sessions.FindAsync(await bench.SignInAsync(await bench.FindAsync(lin.Id)), CancellationToken.None))!;
        Assert.Equal(RolePermissions.Of(Role.Auditor).Order(), live.ActorWithout([Role.Administrator]).Permissions.Order());
        Assert.Empty(live.ActorWithout([Role.Administrator, Role.Auditor]).Permissions);
    }

    [Fact]
    public async Task Whatever_changes_what_somebody_may_signs_them_out()
    {
        foreach (var act in new Func<Task>[]
        {
            () => ChangeAsync(new PersonTerms { Name = "Lin", Roles = [Role.Auditor] }),
            async () => Assert.True((await bench.Desk.SignOutAsync(PeopleBench.Administrator, lin.Id, CancellationToken.None)).Ok),
            async () => Assert.True((await bench.Desk.ResetAsync(PeopleBench.Administrator, lin.Id, CancellationToken.None)).Ok),
            async () => Assert.True((await bench.Desk.SwitchAsync(PeopleBench.Administrator, lin.Id, false, CancellationToken.None)).Ok),
        })
        {
            var session = await bench.SignInAsync(lin);
            await act();
            Assert.False(await bench.HoldsAsync(session));
        }
    }

    [Fact]
    public async Task Who_is_shut_out_cannot_begin_a_session()
    {
        await bench.Desk.SwitchAsync(PeopleBench.Administrator, lin.Id, false, CancellationToken.None);
        PeopleBench.Refuses("sign-in-failed", await bench.Sessions.BeginAsync(lin.Id, SignInMethod.Passkey, "", CancellationToken.None));
        await bench.Desk.SwitchAsync(PeopleBench.Administrator, lin.Id, true, CancellationToken.None);
        Assert.True(await bench.HoldsAsync(await bench.SignInAsync(lin)));
    }

    [Fact]
    public async Task Somebody_stays_who_can_manage_people()
    {
        var root = (await bench.Book.FindByLoginAsync("root@house.example", CancellationToken.None))!;
        PeopleBench.Refuses("last-administrator", await bench.Desk.SwitchAsync(PeopleBench.Administrator, root.Id, false, CancellationToken.None));
        PeopleBench.Refuses("last-administrator", await bench.Desk.ChangeAsync(
            PeopleBench.Administrator, root.Id, root.Version, new PersonTerms { Name = "Root", Roles = [Role.Administrator], Withheld = [Permission.ManagePeople] }, CancellationToken.None));
        Assert.True((await bench.FindAsync(root.Id)).IsActive);
    }

    [Fact]
    public async Task Of_two_who_change_a_person_at_once_the_second_is_told()
    {
        await ChangeAsync(new PersonTerms { Name = "Lin", Roles = [Role.Auditor] });
        PeopleBench.Refuses(PortalError.ChangedMeanwhile, await bench.Desk.ChangeAsync(
            PeopleBench.Administrator, lin.Id, lin.Version, new PersonTerms { Name = "Lin", Roles = [Role.Reviewer] }, CancellationToken.None));
    }

    [Fact]
    public async Task A_reset_forgets_every_way_in_and_its_link_leads_to_a_new_one()
    {
        await bench.Book.BindLoginAsync(lin, "https://login.example/", "7", CancellationToken.None);
        var reset = (await bench.Desk.ResetAsync(PeopleBench.Administrator, lin.Id, CancellationToken.None)).Value;
        Assert.Null(await bench.Book.FindByBoundLoginAsync("https://login.example/", "7", CancellationToken.None));
        Assert.Equal(lin.Id, (await bench.Links.RedeemAsync(reset.Code, "", "", CancellationToken.None)).Value);
        Assert.Contains(AuditAction.CredentialsReset, await bench.AuditAsync(lin.ActorId));
    }

    [Fact]
    public async Task A_login_is_one_persons_whatever_its_case() =>
        PeopleBench.Refuses("login-taken", await bench.Desk.InviteAsync(PeopleBench.Administrator, " LIN@house.example", new PersonTerms { Name = "Lin", Roles = [] }, CancellationToken.None));

    [Fact]
    public async Task People_are_managed_by_who_has_just_shown_who_they_are()
    {
        var root = (await bench.Book.FindByLoginAsync("root@house.example", CancellationToken.None))!;
        var actor = await bench.ActorAsync(await bench.SignInAsync(root));
        var queries = bench.Portal.Get<PeopleQueries>();
        Assert.Equal(2, (await queries.ListAsync(actor, CancellationToken.None)).Value.Count);
        bench.Portal.Advance(TimeSpan.FromMinutes(11));
        PeopleBench.Refuses(PortalError.StepUpNeeded, await queries.ListAsync(actor, CancellationToken.None));
        PeopleBench.Refuses(PortalError.StepUpNeeded, await bench.Desk.SignOutAsync(actor, lin.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_makes_or_takes_over_somebody_who_may_more_than_they_do()
    {
        var manager = new Actor("manager", "Manager", RolePermissions.Of(Role.Operator).Append(Permission.ManagePeople).ToHashSet());
        var root = (await bench.Book.FindByLoginAsync("root@house.example", CancellationToken.None))!;
        PeopleBench.Refuses(PortalError.AccessDenied, await bench.Desk.ResetAsync(manager, root.Id, CancellationToken.None));
        PeopleBench.Refuses(PortalError.AccessDenied, await bench.Desk.InviteAsync(manager, "new@house.example", new PersonTerms { Name = "New", Roles = [Role.Administrator] }, CancellationToken.None));
        PeopleBench.Refuses(PortalError.AccessDenied, await bench.Desk.ChangeAsync(
            manager, lin.Id, lin.Version, new PersonTerms { Name = "Lin", Roles = [Role.Operator], Granted = [Permission.ReadAudit] }, CancellationToken.None));
        Assert.True((await bench.Desk.ResetAsync(manager, lin.Id, CancellationToken.None)).Ok);
    }

    private async Task ChangeAsync(PersonTerms terms) => Assert.True((await bench.Desk.ChangeAsync(
        PeopleBench.Administrator, lin.Id, (await bench.FindAsync(lin.Id)).Version, terms, CancellationToken.None)).Ok);
}
