using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed class RefusedPhotoTests : IAsyncLifetime
{
    private const string Upload = "uploadMatchImage";
    private const string NoFace = "222202";

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_persons_own_photo_that_the_vendor_refuses_is_let_go_and_another_gets_them_through()
    {
        var session = await WithOwnPhotoAsync();
        await portal.Sandbox.BreakAsync(Upload, $"error{NoFace}");
        Assert.Equal("photo-refused", Assert.Single((await session.TryStartAsync()).Errors).Code);
        var view = await ViewAsync(session);
        Assert.Equal((JourneyStep.Photo, NoFace, SessionStatus.AwaitingUser), (view.Step, view.Reason, view.Status));
        Assert.Empty(await BlobsAsync());

        var given = await GiveAsync(session, Photos.Of(480, 640));
        Assert.Equal((JourneyStep.Start, null), (given.Step, given.Reason));
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
        Assert.Equal(2, await portal.Sandbox.CallsOfAsync("verifyToken/generate"));
    }

    [Fact]
    public async Task The_businesss_photo_stays_whatever_the_vendor_thinks_of_it()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004", photo: Photos.Of(640, 480));
        await portal.Sandbox.BreakAsync(Upload, $"error{NoFace}");
        Assert.Equal("given-photo-refused", Assert.Single((await session.TryStartAsync()).Errors).Code);
        Assert.Equal(JourneyStep.Start, (await ViewAsync(session)).Step);
        Assert.Single(await BlobsAsync());
        Assert.Equal(NoFace, (await session.SeeAsync()).Timeline.Single(entry => entry.Kind == TimelineKind.LaunchFailed).Detail);
    }

    [Fact]
    public async Task A_vendor_in_trouble_takes_nobodys_photo()
    {
        var session = await WithOwnPhotoAsync();
        await portal.Sandbox.BreakAsync(Upload, "error283512");
        Assert.Equal("vendor-unavailable", Assert.Single((await session.TryStartAsync()).Errors).Code);
        Assert.Equal(JourneyStep.Start, (await ViewAsync(session)).Step);
        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
    }

    private async Task<SessionDriver> WithOwnPhotoAsync()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004");
        // Agrees, and is held up by the photo that is missing.
        Assert.Equal("journey-incomplete", Assert.Single((await session.TryStartAsync()).Errors).Code);
        await GiveAsync(session, Photos.Of(640, 480));
        return session;
    }

    private async Task<EndUserView> GiveAsync(SessionDriver session, byte[] photo) =>
        (await portal.Get<PersonDesk>().GivePhotoAsync(session.Id, photo, CancellationToken.None)).Value;

    private async Task<EndUserView> ViewAsync(SessionDriver session) =>
        (await portal.Get<EndUserJourney>().ViewAsync(session.Id, CancellationToken.None)).Value;

    private async Task<List<Guid>> BlobsAsync()
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<EvidenceBlob>().Select(blob => blob.Id).ToListAsync();
    }
}
