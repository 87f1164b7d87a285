using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Operator;

namespace FaceH5Portal.Web.Tests.Charging;

public sealed class BooksPanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Books_that_agree_say_so_with_the_session()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context, session);
        page.WaitForElement("[data-testid=books][data-state=Matched]");
        Assert.Empty(page.FindAll("[data-testid=finding], [data-testid=dispute-begin]"));
    }

    [Fact]
    public async Task What_does_not_agree_says_why_beside_its_attempt_and_is_disputed_there()
    {
        var session = await WronglyChargedAsync();
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = Show(context, session);
        page.WaitForElement("[data-testid=books][data-state=VendorOnly]");
        Assert.StartsWith("Attempt 1 ended in a way that is free", page.Find("[data-testid=finding]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=dispute-begin]").Click();
        page.WaitForElement("[data-testid=dispute-state][data-state=Open]");
    }

    [Theory]
    [InlineData(Role.Operator, 1)]
    [InlineData(Role.Reviewer, 0)]
    public async Task Who_audits_no_charges_disputes_none_and_who_sees_no_money_sees_no_books(Role role, int books)
    {
        var session = await WronglyChargedAsync();
        await using var context = new ConsoleContext(portal, role);
        var page = Show(context, session);
        page.WaitForElement("[data-testid=timeline]");
        page.WaitForAssertion(() => Assert.Equal(books, page.FindAll("[data-testid=books]").Count));
        Assert.Empty(page.FindAll("[data-testid=dispute-begin]"));
    }

    private async Task<SessionDriver> WronglyChargedAsync()
    {
        await portal.Sandbox.ControlAsync("profile", new { charges = "free_as_charged" });
        var session = await SessionDriver.CreateAsync(portal, name: "测试222356");
        await session.GoThroughAsync();
        return session;
    }

    private static IRenderedComponent<SessionPage> Show(ConsoleContext context, SessionDriver session) =>
        context.Render<SessionPage>(parameters => parameters.Add(p => p.Id, session.Id));
}
