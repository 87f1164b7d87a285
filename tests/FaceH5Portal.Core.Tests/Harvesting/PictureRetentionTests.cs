using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class PictureRetentionTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_match_photo_goes_three_days_after_its_session_is_over()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004", photo: Photos.Of(640, 480));
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal(PrivacyState.MediaDeleted, seen.Privacy);
        Assert.All(seen.Evidence.Where(item => item.Kind != EvidenceKind.Answer), item => Assert.NotNull(item.DeletedAtUtc));
    }

    [Fact]
    public async Task A_match_photo_stays_while_its_link_may_still_be_used()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004", photo: Photos.Of(640, 480));
        portal.Advance(TimeSpan.FromHours(71));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
    }

    [Fact]
    public async Task A_vendors_answer_is_no_picture_and_is_shown_to_nobody()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var answer = (await session.GoThroughAsync()).Evidence.First(item => item.Kind == EvidenceKind.Answer);
        Assert.Equal(PortalError.NotFound, (await session.LookAsync(answer.Id)).Errors[0].Code);
    }
}
