using Bunit;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Shared;
using Microsoft.JSInterop;

namespace FaceH5Portal.Web.Tests;

public sealed class LinkCardTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private SessionDriver person = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        person = await SessionDriver.CreateAsync(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_link_is_copied_whole_and_a_browser_that_does_not_allow_it_is_told_of()
    {
        await using var console = new ConsoleContext(portal);
        var copied = console.JSInterop.SetupVoid("navigator.clipboard.writeText", _ => true).SetVoidResult();
        var card = Show(console);
        await card.Find("[data-testid=link-copy]").ClickAsync(new());
        Assert.Equal(person.Link.AbsoluteUri, Assert.Single(copied.Invocations).Arguments[0]);
        Assert.Equal("Copied.", card.Find("[data-testid=link-said]").TextContent);
        console.JSInterop.SetupVoid("navigator.clipboard.writeText", _ => true).SetException(new JSException("not allowed"));
        await card.Find("[data-testid=link-copy]").ClickAsync(new());
        Assert.Contains("did not allow", card.Find("[data-testid=link-said]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_is_made_after_a_question_only()
    {
        await using var console = new ConsoleContext(portal);
        var card = Show(console);
        await card.Find("[data-testid=link-renew]").ClickAsync(new());
        await card.Find("[data-testid=link-renew-leave]").ClickAsync(new());
        Assert.Equal(person.Link, (await person.SeeAsync()).Link);
        await card.Find("[data-testid=link-renew]").ClickAsync(new());
        await card.Find("[data-testid=link-renew-confirm]").ClickAsync(new());
        Assert.NotEqual(person.Link, (await person.SeeAsync()).Link);
        Assert.Contains("is new", card.Find("[data-testid=link-said]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<LinkCard> Show(ConsoleContext console) => console.Render<LinkCard>(set => set
        .Add(card => card.SessionId, person.Id).Add(card => card.Link, person.Link).Add(card => card.UntilUtc, portal.NowUtc));
}
