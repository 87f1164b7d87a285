using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class MainPathTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_person_who_passes_leaves_verdict_scores_face_and_one_charge()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var seen = await session.GoThroughAsync();

        Assert.Equal(SessionStatus.Passed, seen.Row.Status);
        Assert.Equal(HarvestState.Complete, seen.Harvest);
        var attempt = Assert.Single(seen.Attempts);
        Assert.True(attempt is { Passed: true, Outcome: Outcome.Match, IsCharged: true, Score: > 80, Threshold: 80, LivenessScore: > 0 });
        var charge = Assert.Single(seen.Charges);
        Assert.Equal((ChargeType.Verify, 8_000L, 1), (charge.Type, charge.Amount, charge.Order));
        var face = Assert.Single(seen.Evidence, item => item.Kind == EvidenceKind.Face);
        var opened = await portal.Get<EvidenceVault>().OpenAsync(face.Id, CancellationToken.None);
        Assert.True(PhotoRules.Check(opened!.Bytes).Ok);
    }

    [Fact]
    public async Task A_happy_session_costs_exactly_the_needed_calls()
    {
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        var calls = await portal.Sandbox.CallsAsync();
        Assert.Equal(["/oauth/2.0/token", "verifyToken/generate", "idcard/submit", "result/getall"], calls.Take(4));
        Assert.Equal(1, calls.Count(path => path == "result/detail"));
        Assert.Equal(1, calls.Count(path => path == "result/stat"));
        Assert.Equal(1, calls.Count(path => path.EndsWith(".jpg", StringComparison.Ordinal)));
        Assert.Equal(7, calls.Count);
    }

    [Fact]
    public async Task Nothing_is_asked_while_nothing_shows_that_the_person_acted()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        for (var minutes = 0; minutes < 119; minutes += 17)
        {
            portal.Advance(TimeSpan.FromMinutes(17));
            await portal.SweepAsync();
        }
        Assert.Equal(0, await portal.Sandbox.QuestionsAsync());
        Assert.Equal(SessionStatus.Capturing, await session.StatusAsync());
    }

    [Fact]
    public async Task Someone_who_never_comes_back_is_harvested_at_the_tokens_death()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        await session.CaptureAsync();
        portal.Advance(new TimeSpan(2, 5, 1));
        await portal.SweepAsync();
        var seen = await session.SeeAsync();
        Assert.Equal((SessionStatus.Passed, HarvestState.Complete), (seen.Row.Status, seen.Harvest));
    }

    [Fact]
    public async Task Someone_who_never_acted_may_start_again_and_costs_one_question()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.StartAsync();
        var first = session.VerifyToken;
        portal.Advance(new TimeSpan(2, 5, 1));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.AwaitingUser, await session.StatusAsync());
        Assert.Equal(1, await portal.Sandbox.QuestionsAsync());

        Assert.Equal(SessionStatus.Passed, (await session.GoThroughAsync()).Row.Status);
        Assert.NotEqual(first, session.VerifyToken);
    }

    [Fact]
    public async Task A_link_that_nobody_used_expires()
    {
        var session = await SessionDriver.CreateAsync(portal);
        portal.Advance(TimeSpan.FromHours(72));
        await portal.SweepAsync();
        Assert.Equal(SessionStatus.Expired, await session.StatusAsync());
        Assert.Equal("link-closed", (await session.TryStartAsync()).Errors[0].Code);
    }

    [Fact]
    public async Task A_plan_with_its_own_photos_uploads_one_and_is_charged_as_match()
    {
        var session = await SessionDriver.CreateAsync(portal, "1004", photo: Photos.Of(640, 480));
        var seen = await session.GoThroughAsync();
        Assert.Equal(SessionStatus.Passed, seen.Row.Status);
        Assert.Equal(ChargeType.Match, Assert.Single(seen.Charges).Type);
        Assert.Contains("uploadMatchImage", await portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task Pictures_go_when_their_retention_ends_and_the_facts_stay()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await portal.SweepAsync();

        var seen = await session.SeeAsync();
        var face = Assert.Single(seen.Evidence, item => item.Kind == EvidenceKind.Face);
        Assert.Equal(PrivacyState.MediaDeleted, seen.Privacy);
        Assert.NotNull(face.DeletedAtUtc);
        Assert.False((await session.LookAsync(face.Id)).Ok);
        Assert.Equal((1, 1, 64), (seen.Attempts.Count, seen.Charges.Count, face.Sha256.Length));
    }
}
