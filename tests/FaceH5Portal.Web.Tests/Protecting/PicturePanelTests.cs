using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Protecting;

public sealed class PicturePanelTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private SessionDriver person = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync(also: services => services.AddSingleton(new PrivacySettings { SecondPersonForImages = true }));
        person = await SessionDriver.CreateAsync(portal, "1006");
        await person.GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task One_asks_and_another_lets_them_see_and_the_page_of_the_first_follows()
    {
        await using var first = new ConsoleContext(portal);
        var panel = await ShowAsync(first);
        Assert.Empty(panel.FindAll("img, video"));
        panel.Find("[data-testid=pictures-show-reason]").Change("SuspectedFraud");
        await panel.Find("form").SubmitAsync();
        panel.WaitForElement("[data-testid=pictures-waiting]");
        Assert.Empty(panel.FindAll("[data-testid=pictures-grant]"));

        var reviewer = Actor.InRole("second", "Reviewer", Role.Reviewer);
        var asked = Assert.Single((await portal.Get<PictureDesk>().WaitingAsync(reviewer, default)).Value);
        Assert.Equal(RevealReason.SuspectedFraud, asked.Reason);
        await portal.Get<PictureDesk>().SettleAsync(reviewer, asked.Id, true, default);
        panel.WaitForElement("[data-testid=pictures-open]");
        Assert.NotEmpty(panel.FindAll("[data-testid=image-face]"));
        Assert.StartsWith("test ", panel.Find("[data-testid=video-mark]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_reads_who_asks_and_why_and_decides()
    {
        await portal.Get<PictureDesk>().AskAsync(SessionDriver.Operator, person.Id, RevealReason.ChargeDispute, default);
        await using var second = new ConsoleContext(portal, Role.Reviewer);
        var panel = await ShowAsync(second);
        Assert.Contains(TextResources.English["RevealReason.ChargeDispute"], panel.Find("[data-testid=pictures-asked]").TextContent, StringComparison.Ordinal);
        await panel.Find("[data-testid=pictures-grant]").ClickAsync(new());
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll("[data-testid=pictures-asked]")));
        Assert.True((await portal.Get<PictureDesk>().StateAsync(SessionDriver.Operator, person.Id, default)).Value.IsOpen);
        // To let another see is not to see.
        Assert.Empty(panel.FindAll("img, video"));
    }

    private async Task<IRenderedComponent<PicturePanel>> ShowAsync(ConsoleContext console)
    {
        var items = (await person.SeeAsync()).Evidence;
        return console.Render<PicturePanel>(set => set.Add(panel => panel.SessionId, person.Id).Add(panel => panel.Items, items));
    }
}
