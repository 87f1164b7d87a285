namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>Messengers and browsers fetch links before anybody has clicked them.</summary>
[Collection(JourneyTests.Name)]
public sealed class PrefetchTests(JourneyPortal portal)
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_prefetch_of_every_page_before_the_end_changes_nothing(string method)
    {
        var invited = await portal.InviteAsync();
        var calls = await portal.VendorCallsAsync();
        await using var watch = await portal.WatchAsync();
        var before = watch.Version;
        using var visitor = portal.Visit();
        foreach (var path in new[] { invited.Link.AbsolutePath, "/verify", "/verify/other-way", "/verify/withdraw", "/verify/phone", "/r/fh5_anystateatallwilldo00" })
            (await visitor.PrefetchAsync(method, path)).Dispose();
        await portal.SweepAsync();
        Assert.Equal((before, calls), (watch.Version, await portal.VendorCallsAsync()));
    }
}
