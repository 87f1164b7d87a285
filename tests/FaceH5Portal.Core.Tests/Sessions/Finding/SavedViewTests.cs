using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions.Finding;

public sealed class SavedViewTests : IAsyncLifetime
{
    private static readonly Actor Other = Actor.InRole("other", "Other", Role.Operator);

    private PortalHarness portal = null!;

    private SavedViews Views => portal.Get<SavedViews>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_view_is_its_owners_and_gives_way_to_one_of_the_same_name()
    {
        await SaveAsync("Waiting", "?status=AwaitingUser");
        await SaveAsync(" Waiting ", "?status=Capturing");
        var view = Assert.Single((await Views.ListAsync(SessionDriver.Operator, CancellationToken.None)).Value);
        Assert.Equal(("Waiting", "?status=Capturing"), (view.Name, view.Query));
        Assert.Empty((await Views.ListAsync(Other, CancellationToken.None)).Value);
        await Views.RemoveAsync(Other, view.Id, CancellationToken.None);
        Assert.Single((await Views.ListAsync(SessionDriver.Operator, CancellationToken.None)).Value);
        await Views.RemoveAsync(SessionDriver.Operator, view.Id, CancellationToken.None);
        Assert.Empty((await Views.ListAsync(SessionDriver.Operator, CancellationToken.None)).Value);
    }

    [Fact]
    public async Task A_name_is_wanted_and_the_twenty_first_view_refused()
    {
        Assert.Equal("text-required", (await SaveAsync(" ", "")).Errors[0].Code);
        Assert.Equal("text-too-long", (await SaveAsync(new string('x', 41), "")).Errors[0].Code);
        for (var view = 0; view < SavedViews.Most; view++)
            Assert.True((await SaveAsync($"View {view}", "")).Ok);
        Assert.Equal("views-too-many", (await SaveAsync("One more", "")).Errors[0].Code);
        Assert.True((await SaveAsync("View 3", "?sort=Plan")).Ok);
    }

    private Task<Core.Data.Result<Guid>> SaveAsync(string name, string query) =>
        Views.SaveAsync(SessionDriver.Operator, name, query, CancellationToken.None);
}
