using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Admin;

namespace FaceH5Portal.Web.Tests.Charging;

public sealed class ReconciliationPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Nothing_wrong_is_said_in_words()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        context.Render<ReconciliationPage>().WaitForElement("[data-testid=reconciliation-empty]");
    }

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Reviewer)]
    public async Task Who_may_not_audit_charges_is_told_so(Role role)
    {
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<ReconciliationPage>();
        page.WaitForAssertion(() => Assert.Equal("access-denied", page.Find("[data-testid=error]").GetAttribute("data-code")));
    }

    [Fact]
    public async Task A_discrepancy_explains_itself_leads_to_its_attempt_and_is_disputed()
    {
        await portal.Sandbox.ControlAsync("profile", new { charges = "free_as_charged" });
        var session = await SessionDriver.CreateAsync(portal, name: "测试222356");
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<ReconciliationPage>();
        page.WaitForElement("[data-testid=discrepancy][data-state=VendorOnly]");
        Assert.StartsWith("Attempt 1 ended in a way that is free", page.Find("[data-testid=finding]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"/sessions/{session.Id}", page.Find("[data-testid=discrepancy-open]").GetAttribute("href"), StringComparison.Ordinal);
        page.Find("[data-testid=dispute-begin]").Click();
        page.WaitForElement("[data-testid=dispute-state][data-state=Open]");
        page.Find("[data-testid=dispute-accepted]").Click();
        page.WaitForAssertion(() => Assert.Equal("text-required", page.Find("[data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=dispute-outcome]").Change("Credited");
        page.Find("[data-testid=dispute-accepted]").Click();
        page.WaitForElement("[data-testid=dispute-state][data-state=Accepted]");
        page.Find("[data-testid=reconciliation-state]").Change(((int)ReconciliationState.Unprovable).ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.WaitForElement("[data-testid=reconciliation-empty]");
    }

    [Fact]
    public void Every_state_has_a_look() =>
        Assert.Equal(Enum.GetValues<ReconciliationState>().Length, Enum.GetValues<ReconciliationState>().Select(state => ReconciliationDisplay.Of(state).TextKey).Distinct().Count());
}
