using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

/// <summary>What the vendor holds of a person is here, whatever the plan.</summary>
public sealed class EverythingTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_recorded_check_leaves_its_video_and_four_pictures()
    {
        var seen = await (await SessionDriver.CreateAsync(portal, "1006")).GoThroughAsync();
        Assert.Equal(HarvestState.Complete, seen.Harvest);
        Assert.Equal((1, 4, 1), (Count(seen, EvidenceKind.Video), Count(seen, EvidenceKind.Frame), Count(seen, EvidenceKind.Face)));
        Assert.Equal("video/webm", seen.Evidence.Single(item => item.Kind == EvidenceKind.Video).MediaType);
        Assert.Equal(1, await portal.Sandbox.CallsOfAsync("result/media/query"));
    }

    [Fact]
    public async Task A_card_that_was_read_leaves_both_sides_and_the_identity()
    {
        var seen = await (await SessionDriver.CreateAsync(portal, "1002")).GoThroughAsync();
        Assert.Equal((1, 1), (Count(seen, EvidenceKind.IdFront), Count(seen, EvidenceKind.IdBack)));
        Assert.Equal("张*", seen.Row.MaskedName);
        Assert.Equal(ReviewState.None, seen.Row.Review);
    }

    [Fact]
    public async Task A_person_who_confirms_something_else_than_was_read_is_reviewed()
    {
        var session = await SessionDriver.CreateAsync(portal, "1002");
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("complete", new { verify_token = session.VerifyToken, name = "张叁" });
        Assert.Equal(ReviewState.Needed, (await session.ComeBackAsync()).Row.Review);
    }

    [Fact]
    public async Task An_answer_with_pictures_goes_when_pictures_go()
    {
        var session = await SessionDriver.CreateAsync(portal, "1002");
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal(PrivacyState.MediaDeleted, seen.Privacy);
        var kept = seen.Evidence.Where(item => item.DeletedAtUtc is null).ToList();
        Assert.All(kept, item => Assert.Equal(EvidenceKind.Answer, item.Kind));
        Assert.Equal(2, kept.Count);
    }

    [Fact]
    public async Task A_plan_that_says_it_records_and_does_not_ends_without_a_video()
    {
        var session = await SessionDriver.CreateAsync(portal, "1006");
        await session.StartAsync();
        await portal.Sandbox.CaptureOnPageAsync(session.VerifyToken);
        portal.Advance(TimeSpan.FromSeconds(2));
        await session.ComeBackAsync();
        for (var minute = 0; minute < 10; minute++)
        {
            portal.Advance(TimeSpan.FromMinutes(1));
            await portal.SweepAsync();
        }
        var media = await ItemAsync(session, HarvestKind.Media);
        Assert.Equal((HarvestItemState.Absent, "nothing-recorded"), (media.State, media.LastFault));
        Assert.Equal(HarvestState.Complete, (await session.SeeAsync()).Harvest);
        Assert.Equal(5, await portal.Sandbox.CallsOfAsync("result/media/query"));
    }

    [Fact]
    public async Task Pictures_whose_address_has_died_come_by_a_fresh_one()
    {
        await portal.Sandbox.BreakAsync("face_image", "http500", 1000);
        var session = await SessionDriver.CreateAsync(portal, "1002");
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromHours(25));
        await portal.Sandbox.ControlAsync("faults", new { clear = true });
        for (var hour = 0; hour < 3; hour++)
        {
            portal.Advance(TimeSpan.FromHours(1));
            await portal.SweepAsync();
        }
        var seen = await session.SeeAsync();
        Assert.Equal((HarvestState.Complete, 1, 1), (seen.Harvest, Count(seen, EvidenceKind.IdFront), Count(seen, EvidenceKind.Face)));
    }

    [Fact]
    public async Task Every_answer_is_kept_as_it_came()
    {
        var seen = await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        Assert.Equal(3, Count(seen, EvidenceKind.Answer));
    }

    private async Task<HarvestRow> ItemAsync(SessionDriver session, HarvestKind kind) =>
        (await portal.Get<HarvestQueries>().ListAsync(SessionDriver.Operator, session.Id, CancellationToken.None)).Value.Single(row => row.Kind == kind);

    private static int Count(SessionDetail seen, EvidenceKind kind) => seen.Evidence.Count(item => item.Kind == kind);
}
