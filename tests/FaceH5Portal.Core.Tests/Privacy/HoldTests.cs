using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Privacy.Holding;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class HoldTests : IAsyncLifetime
{
    private const string Reason = "Court file 2026-88";

    private PortalHarness portal = null!;
    private SessionDriver session = null!;

    private HoldDesk Desk => portal.Get<HoldDesk>();

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task What_is_held_outlives_its_time_and_goes_once_the_hold_is_lifted()
    {
        Assert.True((await PlaceAsync()).Ok);
        await PassDaysAsync(4);
        Assert.Equal(PrivacyState.Full, (await session.SeeAsync()).Privacy);
        Assert.All(await portal.ItemsAsync(session), item => Assert.NotNull(item.BlobId));
        Assert.True((await LiftAsync()).Ok);
        await portal.SweepAsync();
        Assert.Equal(PrivacyState.MediaDeleted, (await session.SeeAsync()).Privacy);
        Assert.Contains((await session.SeeAsync()).Timeline, entry => entry.Kind == TimelineKind.HoldLifted);
    }

    [Fact]
    public async Task Nobody_of_the_same_person_is_erased_while_one_session_is_held()
    {
        var other = await SessionDriver.CreateAsync(portal);
        await PlaceAsync();
        Assert.Equal("subject-held", CodeOf(await portal.EraseAsync((await portal.SubjectOfAsync(other)).Id)));
        await LiftAsync();
        Assert.True((await portal.EraseAsync((await portal.SubjectOfAsync(other)).Id)).Ok);
    }

    [Fact]
    public async Task Others_go_in_time_while_one_is_held()
    {
        await PlaceAsync();
        var other = await SessionDriver.CreateAsync(portal, number: "110101199003070038");
        await other.GoThroughAsync();
        await PassDaysAsync(4);
        Assert.Equal(PrivacyState.MediaDeleted, (await other.SeeAsync()).Privacy);
    }

    [Fact]
    public async Task A_hold_takes_the_right_and_a_reason_that_does_not_name_the_person_and_is_placed_once()
    {
        Assert.Equal(PortalError.AccessDenied, CodeOf(await Desk.PlaceAsync(SessionDriver.Operator, session.Id, Reason, default)));
        Assert.Equal("reason-empty", CodeOf(await Desk.PlaceAsync(ErasureBench.Admin, session.Id, " ", default)));
        Assert.Equal("reason-personal", CodeOf(await Desk.PlaceAsync(ErasureBench.Admin, session.Id, $"about {SessionDriver.Number}", default)));
        Assert.Equal("hold-over", CodeOf(await LiftAsync()));
        Assert.True((await PlaceAsync()).Ok);
        Assert.Equal("hold-exists", CodeOf(await PlaceAsync()));
        Assert.Equal(Reason, Assert.Single((await Desk.ActiveAsync(Actor.InRole("a", "Auditor", Role.Auditor), default)).Value).Reason);
    }

    [Fact]
    public async Task A_withdrawal_waits_for_the_hold_with_what_it_would_delete()
    {
        await PlaceAsync();
        await portal.Get<Core.Sessions.Journey.WayOut>().WithdrawAsync(session.Id, default);
        await portal.SweepAsync();
        Assert.Contains(await portal.ItemsAsync(session), item => item is { Kind: EvidenceKind.Face, BlobId: not null });
        await LiftAsync();
        await portal.SweepAsync();
        Assert.DoesNotContain(await portal.ItemsAsync(session), item => item is { Kind: EvidenceKind.Face, BlobId: not null });
    }

    private Task<Result<Guid>> PlaceAsync() => Desk.PlaceAsync(ErasureBench.Admin, session.Id, Reason, default);

    private Task<Result<Guid>> LiftAsync() => Desk.LiftAsync(ErasureBench.Admin, session.Id, Reason, default);

    private async Task PassDaysAsync(int days)
    {
        portal.Advance(TimeSpan.FromDays(days));
        await portal.SweepAsync();
    }

    private static string CodeOf<T>(Result<T> answer) => Assert.Single(answer.Errors).Code;
}
