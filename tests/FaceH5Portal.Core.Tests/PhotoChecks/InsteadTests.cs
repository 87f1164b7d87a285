using System.IO.Compression;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Privacy.Copying;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.Tests.PhotoChecks;

/// <summary>A photo in the place of a session's capture.</summary>
public sealed class InsteadTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private SessionDriver session = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        session = await SessionDriver.CreateAsync(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Before_any_attempt_it_may_be_for_want_of_a_camera()
    {
        Assert.Equal([InsteadCause.NoCamera], await CausesAsync());
        var check = await portal.CheckAsync(Wanted(InsteadCause.NoCamera));
        Assert.Equal((session.Id, Outcome.Match), (check.SessionId, check.Outcome));
        var seen = await session.SeeAsync();
        Assert.Equal(ReviewState.Needed, seen.Row.Review);
        Assert.Equal(SessionStatus.AwaitingUser, seen.Row.Status);
        Assert.Equal([TimelineKind.PhotoCheckAsked, TimelineKind.PhotoCheckEnded],
            seen.Timeline.Select(entry => entry.Kind).Where(kind => kind is TimelineKind.PhotoCheckAsked or TimelineKind.PhotoCheckEnded));
        // The session shows its whole cost.
        Assert.Equal(session.Id, Assert.Single(seen.Charges).SessionId);
    }

    [Fact]
    public async Task After_no_portrait_on_file_it_is_for_that()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222350 });
        await session.GoThroughAsync();
        Assert.Contains(InsteadCause.NoPortrait, await CausesAsync());
        Assert.True((await portal.TryAsync(Wanted(InsteadCause.NoPortrait))).Ok);
        Assert.Equal("instead-refused", (await portal.TryAsync(Wanted(InsteadCause.NoCamera))).Errors[0].Code);
    }

    [Fact]
    public async Task After_a_launch_that_failed_it_is_an_outage()
    {
        await portal.Sandbox.SwitchOffAsync();
        Assert.False((await session.TryStartAsync()).Ok);
        await portal.Sandbox.SwitchOnAsync();
        Assert.Contains(InsteadCause.Outage, await CausesAsync());
    }

    [Fact]
    public async Task Who_has_passed_needs_none()
    {
        await session.GoThroughAsync();
        Assert.Empty(await CausesAsync());
        Assert.Equal("instead-refused", (await portal.TryAsync(Wanted(InsteadCause.NoCamera))).Errors[0].Code);
        Assert.Equal(0, await portal.CarriedOutAsync(PhotoVendor.Juhe));
    }

    [Fact]
    public async Task The_consent_names_the_other_vendor_first() =>
        Assert.Equal("consent-vendor-unnamed", (await portal.TryAsync(Wanted(InsteadCause.NoCamera) with
        {
            Consent = new PhotoConsent("1", "Baidu compares my face.", "en", portal.NowUtc),
        })).Errors[0].Code);

    [Fact]
    public async Task Whoever_withdraws_their_consent_takes_the_photo_with_it()
    {
        await session.StartAsync();
        var check = await portal.CheckAsync(Wanted(InsteadCause.NoCamera));
        await portal.Get<WayOut>().WithdrawAsync(session.Id, default);
        await portal.SweepAsync();
        Assert.Null((await portal.AllAsync<Core.Evidence.EvidenceItem>()).Single(item => item.Id == check.PhotoId).BlobId);
        Assert.Empty(await CausesAsync());
    }

    [Fact]
    public async Task A_persons_copy_holds_the_photo_what_was_said_of_it_and_what_they_agreed_to()
    {
        var check = await portal.CheckAsync(Wanted(InsteadCause.NoCamera));
        var copy = (await portal.Get<PersonCopy>().TakeAsync(CheckBench.Administrator, session.Id, RevealReason.PersonAsked, default)).Value;
        using var file = new MemoryStream();
        await copy.WriteAsync(file, default);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var told = zip.GetEntry($"{check.GroupId}/photo-checks.json")!;
        using var reader = new StreamReader(await told.OpenAsync());
        Assert.Contains("聚合数据", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Single(zip.Entries, entry => entry.FullName.StartsWith($"{check.GroupId}/", StringComparison.Ordinal) && entry.FullName.EndsWith("-photo.jpg", StringComparison.Ordinal));
        Assert.Contains(await portal.AllAsync<Look>(), look => look.SessionId == check.GroupId && look.Kind == LookKind.Copy);
        // The person reads it where they read of looks at their session.
        Assert.Equal(2, (await portal.Get<PersonLooks>().OfAsync(session.Id, default)).Sum(look => look.Times));
    }

    [Fact]
    public async Task A_cause_needs_its_session() =>
        Assert.Equal("instead-cause", (await portal.TryAsync(Wanted(InsteadCause.NoCamera) with { SessionId = null })).Errors[0].Code);

    [Fact]
    public async Task Where_nobody_says_why_the_sessions_facts_do_and_what_they_prove_comes_first()
    {
        Assert.Equal(InsteadCause.NoCamera, (await portal.CheckAsync(Wanted(null))).InsteadCause);
        await portal.Sandbox.SwitchOffAsync();
        Assert.False((await session.TryStartAsync()).Ok);
        await portal.Sandbox.SwitchOnAsync();
        Assert.Equal([InsteadCause.Outage, InsteadCause.NoCamera], await CausesAsync());
        Assert.Equal(InsteadCause.Outage, (await portal.CheckAsync(Wanted(null))).InsteadCause);
    }

    [Fact]
    public async Task Nobody_is_asked_in_the_place_of_a_session_that_is_not_there_or_of_a_person_it_does_not_know()
    {
        Assert.Equal(("session-unknown", "SessionId"), await RefusalAsync(Wanted(null) with { SessionId = Guid.NewGuid() }));
        Assert.Equal(("person-known", "Person"), await RefusalAsync(Wanted(null) with { Person = CheckBench.Wanted(portal, "李四").Person }));
        await session.GoThroughAsync();
        Assert.Equal(("instead-refused", "SessionId"), await RefusalAsync(Wanted(null)));
        Assert.Equal(0, await portal.CarriedOutAsync(PhotoVendor.Juhe));
    }

    [Fact]
    public async Task A_fault_that_a_verdict_came_after_kept_nobody_from_their_capture()
    {
        await portal.Sandbox.SwitchOffAsync();
        Assert.False((await session.TryStartAsync()).Ok);
        await portal.Sandbox.SwitchOnAsync();
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222351 });
        await session.GoThroughAsync();
        Assert.Empty(await CausesAsync());
    }

    private async Task<(string, string?)> RefusalAsync(NewPhotoCheck wanted)
    {
        var refused = Assert.Single((await portal.TryAsync(wanted)).Errors);
        return (refused.Code, refused.Field);
    }

    private NewPhotoCheck Wanted(InsteadCause? cause) =>
        CheckBench.Wanted(portal, "张三", PhotoVendor.Juhe) with { Person = null, SessionId = session.Id, Instead = cause };

    private async Task<IReadOnlyList<InsteadCause>> CausesAsync() => (await portal.Get<PhotoInstead>().CausesAsync(CheckBench.Operator, session.Id, default)).Value;
}
