using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin.Managing;

namespace FaceH5Portal.Web.Tests.SignIn;

public sealed class PeoplePagesTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Somebody_is_invited_with_roles_and_the_link_is_shown_to_hand_over()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<PeoplePage>();
        page.WaitForElement("[data-testid=invite-name]").Change("Lin");
        page.Find("[data-testid=invite-login]").Change("Lin@house.example");
        page.Find("[data-testid=role-tick][data-role=Auditor]").Change(true);
        page.Find("[data-testid=invite-send]").Click();
        var link = page.WaitForElement("[data-testid=invitation-link]").TextContent;
        Assert.True(Entropy.HasShapeOfSecret(new Uri(link).Segments[^1]));
        var row = page.WaitForElement("[data-testid=person-row][data-login='lin@house.example']");
        Assert.Contains("Operator, Auditor", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("invited", row.QuerySelector("[data-testid=person-state]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_an_invitation_is_told_at_its_field()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<PeoplePage>();
        page.WaitForElement("[data-testid=invite-name]").Change("Lin");
        page.Find("[data-testid=invite-login]").Change("no login");
        page.Find("[data-testid=invite-send]").Click();
        page.WaitForAssertion(() => Assert.Equal("login-invalid", page.Find("[data-testid=error]").GetAttribute("data-code")));
        Assert.Empty(page.FindAll("[data-testid=invitation-link]"));
    }

    [Fact]
    public async Task Roles_and_single_permissions_are_changed_and_somebody_is_shut_out()
    {
        var id = await InviteAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<PersonPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("[data-testid=role-tick][data-role=Operator]").Change(false);
        page.Find("[data-testid=role-tick][data-role=Reviewer]").Change(true);
        page.Find("[data-testid=permission-choice][data-permission=SeeImages]").Change("Withheld");
        page.Find("[data-testid=permission-choice][data-permission=ReadAudit]").Change("Granted");
        page.Find("[data-testid=person-save]").Click();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=role-tick][data-role=Reviewer]").GetAttribute("checked")));
        Assert.Empty(page.FindAll("[data-testid=error]"));
        page.Find("[data-testid=person-switch]").Click();
        page.WaitForAssertion(() => Assert.Contains("shut out", page.Find("[data-testid=person-state]").TextContent, StringComparison.Ordinal));
        var account = (await portal.Get<AccountBook>().FindAsync(id, CancellationToken.None))!;
        Assert.Equal([Role.Reviewer], account.Roles);
        Assert.False(account.IsActive);
        Assert.Equal([Permission.SeeImages], account.Withheld);
        Assert.Equal([Permission.ReadAudit], account.Granted);
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Auditor)]
    public async Task Who_does_not_manage_people_or_keys_sees_neither(Role role)
    {
        await using var context = new ConsoleContext(portal, role);
        Assert.Equal("access-denied", context.Render<PeoplePage>().WaitForElement("[data-testid=error]").GetAttribute("data-code"));
        Assert.Equal("access-denied", context.Render<KeysPage>().WaitForElement("[data-testid=error]").GetAttribute("data-code"));
    }

    [Fact]
    public async Task A_key_is_made_shown_once_replaced_and_revoked()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<KeysPage>();
        page.WaitForElement("[data-testid=keys-empty]");
        page.Find("[data-testid=key-name]").Change("crm");
        page.Find("[data-testid=key-permission][data-permission=CreateSessions]").Change(false);
        page.Find("[data-testid=key-make]").Click();
        var key = page.WaitForElement("[data-testid=key-text]").TextContent;
        var actor = await portal.Get<KeyBook>().ActorOfAsync(KeyRules.Hash(key), CancellationToken.None);
        Assert.Equal([Permission.SeeSessions], actor!.Permissions);
        page.WaitForElement("[data-testid=key-rotate]").Click();
        page.WaitForAssertion(() => Assert.NotEqual(key, page.Find("[data-testid=key-text]").TextContent));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=key-revoke]").Count));
        page.FindAll("[data-testid=key-revoke]")[0].Click();
        page.WaitForAssertion(() => Assert.Equal("revoked", page.FindAll("[data-testid=key-state]")[0].TextContent));
    }

    private async Task<Guid> InviteAsync() => (await portal.Get<PeopleDesk>().InviteAsync(
        Administrator, "lin@house.example", new PersonTerms { Name = "Lin", Roles = [Role.Operator] }, CancellationToken.None)).Value.AccountId;
}
