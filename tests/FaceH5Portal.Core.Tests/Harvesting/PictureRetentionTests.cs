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
    public async Task Much_that_is_due_at_once_goes_in_several_works_that_are_not_too_large()
    {
        const int Half = 32 * 1024 * 1024;
        var session = await SessionDriver.CreateAsync(portal);
        await portal.Get<PortalStore>().WriteAsync<int>(write =>
        {
            foreach (var bytes in new[] { Half, Half, 1, 3 * Half, Half })
                AddDue(write, session.Id, bytes);
            return Task.FromResult<Result<int>>(0);
        }, CancellationToken.None);
        foreach (var left in new[] { 3, 2, 1, 0 })
        {
            await portal.Get<PortalStore>().WriteAsync<int>(
                async write => (await portal.Get<EvidenceRetention>().DeleteDueAsync(write, CancellationToken.None)).Count, CancellationToken.None);
            Assert.Equal(left, await portal.Get<EvidenceRetention>().OverdueAsync(portal.NowUtc, CancellationToken.None));
        }
    }

    private void AddDue(PortalWrite write, Guid sessionId, long bytes)
    {
        var blob = new EvidenceBlob { Id = portal.Get<Entropy>().NewId(portal.Clock), Sealed = [1] };
        write.Add(blob);
        write.Add(new EvidenceItem
        {
            Id = portal.Get<Entropy>().NewId(portal.Clock),
            SessionId = sessionId,
            SubjectId = portal.Get<Entropy>().NewId(portal.Clock),
            BlobId = blob.Id,
            Kind = EvidenceKind.Video,
            Sha256 = "",
            Bytes = bytes,
            MediaType = "video/mp4",
            StoredAtUtc = portal.NowUtc,
            KeepUntilUtc = portal.NowUtc,
        });
        portal.Advance(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_vendors_answer_is_no_picture_and_is_shown_to_nobody()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var answer = (await session.GoThroughAsync()).Evidence.First(item => item.Kind == EvidenceKind.Answer);
        Assert.Equal(PortalError.NotFound, (await session.LookAsync(answer.Id)).Errors[0].Code);
    }
}
