using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Tests.Rotation;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Erasure;

/// <summary>An erasure that meets a question, a download or a launch under way, or data that is already gone.</summary>
public sealed class ErasureUnderWayTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await RedactionBench.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("result/getall", null)]
    [InlineData("result/getall", "http500")]
    [InlineData("result/getall", "error18")]
    [InlineData("result/detail", null)]
    [InlineData("result/detail", "http500")]
    [InlineData("result/stat", null)]
    [InlineData("result/media/query", null)]
    public async Task What_the_vendor_says_while_its_person_is_erased_is_kept_by_nobody_and_not_asked_for_again(string path, string? fault)
    {
        if (fault is not null)
            await portal.Sandbox.BreakAsync(path, fault, 1000);
        var session = await SessionDriver.CreateAsync(portal, "1006");
        EraseBeforeHearingOf(path, session);
        await session.GoThroughAsync();
        await portal.LiveOnInPeaceAsync();
        await NothingIsLeftAsync(session);
    }

    [Fact]
    public async Task A_picture_that_arrives_while_its_person_is_erased_is_kept_by_nobody()
    {
        var session = await SessionDriver.CreateAsync(portal);
        EraseBeforeHearingOf("/v1/faceprint-capture/", session);
        await session.GoThroughAsync();
        await portal.LiveOnInPeaceAsync();
        await NothingIsLeftAsync(session);
        Assert.Equal(HarvestState.Lost, (await session.SeeAsync()).Harvest);
    }

    [Theory]
    [InlineData("result/getall")]
    [InlineData("result/detail")]
    public async Task A_fault_of_ours_that_meets_the_erasure_wakes_nothing(string path)
    {
        var session = await SessionDriver.CreateAsync(portal);
        portal.Wire.BeforeHearingOf(path, async _ =>
        {
            await session.EraseAsync(portal);
            throw new InvalidOperationException("a fault of ours");
        });
        await session.GoThroughAsync();
        Assert.True(portal.Get<LogLines>().Says("it is postponed"));
        Assert.Null(await portal.Get<HarvestPass>().NextDueAsync(CancellationToken.None));
        await NothingIsLeftAsync(session);
    }

    [Theory]
    [InlineData("verifyToken/generate")]
    [InlineData("idcard/submit")]
    public async Task Who_is_erased_while_a_token_is_minted_is_sent_nowhere(string path)
    {
        var session = await SessionDriver.CreateAsync(portal);
        EraseBeforeHearingOf(path, session);
        Assert.Equal("link-closed", (await session.TryStartAsync()).Errors[0].Code);
        Assert.Empty(await portal.TokensAsync(session));
        await portal.LiveOnInPeaceAsync();
    }

    [Fact]
    public async Task A_launch_that_the_erasure_overtook_mints_nothing()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.EraseAsync(portal);
        Assert.Equal("person-data-gone", (await LaunchAsync(session)).Errors[0].Code);
        Assert.Empty(await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task A_launch_with_a_live_token_that_the_erasure_overtook_leads_nowhere()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.EraseAsync(portal);
        var calls = (await portal.Sandbox.CallsAsync()).Count;
        Assert.Equal("person-data-gone", (await LaunchAsync(session)).Errors[0].Code);
        Assert.Equal(calls, (await portal.Sandbox.CallsAsync()).Count);
    }

    private async Task<Result<Uri>> LaunchAsync(SessionDriver session)
    {
        var found = await portal.Get<PortalStore>().LookAtRowsAsync(rows => rows.FindPersonsCapture(session.Id), CancellationToken.None);
        return await portal.Get<CaptureLauncher>().LaunchAsync(found!, CancellationToken.None);
    }

    [Fact]
    public async Task Without_the_match_photo_nobody_is_compared_with_nothing()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004", photo: Photos.Of(640, 480));
        await portal.ChangeAsync(write => write.Set<EvidenceItem>().ExecuteUpdateAsync(set => set.SetProperty(item => item.BlobId, (Guid?)null)));
        await IsRefusedAsync(session);
    }

    [Fact]
    public async Task Without_the_identity_nobody_is_compared_with_nothing_and_the_person_is_asked_for_it()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await portal.ChangeAsync(write => write.Set<Subject>().ExecuteUpdateAsync(set => set.SetProperty(subject => subject.SealedName, (byte[]?)null)));
        Assert.Equal("journey-incomplete", (await session.TryStartAsync()).Errors[0].Code);
        Assert.Empty(await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task A_debt_of_somebody_erased_long_ago_ends_without_a_question()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        await session.EraseAsync(portal);
        await portal.ChangeAsync(write => write.Set<HarvestItem>().ExecuteUpdateAsync(set => set
            .SetProperty(item => item.State, HarvestItemState.Owed).SetProperty(item => item.DueUtc, portal.NowUtc)));
        await portal.ChangeAsync(write => write.Set<VerifyToken>().ExecuteUpdateAsync(set => set.SetProperty(token => token.DueUtc, portal.NowUtc)));
        await portal.LiveOnInPeaceAsync();
        Assert.All(await portal.DebtsAsync(session), row => Assert.Equal((HarvestItemState.Absent, SessionRedaction.Code), (row.State, row.LastFault)));
        Assert.Equal(SessionStatus.Passed, await session.StatusAsync());
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1, 2 }, "photo-malformed")]
    [InlineData(new byte[] { (byte)'G', (byte)'I', (byte)'F', (byte)'8', 9, 1, 2, 3 }, "photo-not-an-image")]
    public async Task A_picture_that_cannot_be_kept_is_set_apart_with_its_reason_and_not_asked_for_all_the_time(byte[] bytes, string code)
    {
        var downloads = 0;
        portal.Wire.BeforeHearingOf("/", answer =>
        {
            if (answer.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.Ordinal) == true)
                (answer.Content, downloads) = (new ByteArrayContent(bytes), downloads + 1);
            return Task.CompletedTask;
        });
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        for (var minute = 0; minute < 60; minute++)
        {
            portal.Advance(TimeSpan.FromMinutes(1));
            await portal.SweepAsync();
        }
        var owed = Assert.Single(await portal.DebtsAsync(session), row => row.State == HarvestItemState.Owed);
        Assert.Equal((HarvestKind.Face, code), (owed.Kind, owed.LastFault));
        Assert.True(owed.DueUtc > portal.NowUtc.AddHours(4));
        Assert.InRange(downloads, 2, 6);
        portal.Wire.Mend();
        portal.Advance(TimeSpan.FromHours(6));
        await portal.SweepAsync();
        Assert.Equal(HarvestState.Complete, (await session.SeeAsync()).Harvest);
    }

    private void EraseBeforeHearingOf(string path, SessionDriver session)
    {
        var erased = 0;
        portal.Wire.BeforeHearingOf(path, async _ =>
        {
            if (Interlocked.Exchange(ref erased, 1) == 0)
                Assert.True((await session.EraseAsync(portal)).Ok);
        });
    }

    private async Task NothingIsLeftAsync(SessionDriver session)
    {
        var seen = await session.SeeAsync();
        Assert.Equal((PrivacyState.Redacted, TimelineKind.PersonErased), (seen.Privacy, seen.Timeline[^1].Kind));
        Assert.All(seen.Evidence, item => Assert.Null(item.BlobId));
        Assert.All(await portal.TokensAsync(session), token => Assert.Null(token.DueUtc));
        Assert.DoesNotContain(await portal.DebtsAsync(session), row => row.State == HarvestItemState.Owed);
        Assert.Empty(await portal.BlobsAsync());
    }

    private async Task IsRefusedAsync(SessionDriver session)
    {
        Assert.Equal("person-data-gone", (await session.TryStartAsync()).Errors[0].Code);
        Assert.Equal(0, await portal.Sandbox.CallsOfAsync("verifyToken/generate"));
        Assert.Equal("person-data-gone", (await session.SeeAsync()).Timeline.Single(entry => entry.Kind == TimelineKind.LaunchFailed).Detail);
    }
}
