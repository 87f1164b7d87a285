using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Core.Tests.People;

public sealed class AccountSessionTests : IAsyncLifetime
{
    private PeopleBench bench = null!;
    private Account lin = null!;

    public async Task InitializeAsync()
    {
        bench = await PeopleBench.StartAsync();
        lin = await bench.InviteAsync();
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_session_that_is_used_lives_and_ends_at_its_longest()
    {
        var session = await bench.SignInAsync(lin);
        for (var hour = 0; hour < 11; hour++)
        {
            bench.Portal.Advance(TimeSpan.FromMinutes(59));
            Assert.NotNull(await bench.Sessions.UseAsync(session, CancellationToken.None));
        }
        bench.Portal.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(12, (bench.Portal.NowUtc - (await bench.Sessions.FindAsync(session, CancellationToken.None))!.Session.BegunAtUtc).TotalHours, 0.5);
        bench.Portal.Advance(TimeSpan.FromMinutes(13));
        Assert.False(await bench.HoldsAsync(session));
    }

    [Fact]
    public async Task A_session_that_is_left_alone_ends()
    {
        var session = await bench.SignInAsync(lin);
        bench.Portal.Advance(TimeSpan.FromMinutes(59));
        // A look of the portal's own is no use of it.
        Assert.True(await bench.HoldsAsync(session));
        bench.Portal.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await bench.HoldsAsync(session));
        Assert.Null(await bench.Sessions.UseAsync(session, CancellationToken.None));
        Assert.Empty(await bench.Sessions.ListAsync(lin.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData(SignInMethod.Link)]
    [InlineData(SignInMethod.Password)]
    public async Task A_link_or_a_password_alone_opens_nothing_and_not_for_long(SignInMethod method)
    {
        var session = await bench.SignInAsync(lin, method);
        Assert.Empty((await bench.ActorAsync(session)).Permissions);
        bench.Portal.Advance(TimeSpan.FromMinutes(31));
        Assert.False(await bench.HoldsAsync(session));
    }

    [Fact]
    public async Task A_session_that_was_replaced_ends_and_ending_it_again_changes_nothing()
    {
        var (first, second) = (await bench.SignInAsync(lin), await bench.SignInAsync(lin));
        for (var i = 0; i < 2; i++)
        {
            await bench.Sessions.EndReplacedAsync(first, CancellationToken.None);
            Assert.Equal((false, true), (await bench.HoldsAsync(first), await bench.HoldsAsync(second)));
        }
    }

    [Fact]
    public async Task One_ends_ones_own_sessions_and_nobody_elses()
    {
        var (here, there) = (await bench.SignInAsync(lin), await bench.SignInAsync(lin));
        var other = await bench.InviteAsync("wei@house.example");
        PeopleBench.Refuses(PortalError.NotFound, await bench.Sessions.EndAsync(other.Id, here, CancellationToken.None));
        Assert.Equal(1, (await bench.Sessions.EndOthersAsync(lin.Id, here, CancellationToken.None)).Value);
        Assert.Equal((true, false), (await bench.HoldsAsync(here), await bench.HoldsAsync(there)));
        Assert.True((await bench.Sessions.EndAsync(lin.Id, here, CancellationToken.None)).Ok);
        Assert.False(await bench.HoldsAsync(here));
        Assert.Equal([AuditAction.AccountCreated, AuditAction.SignedIn, AuditAction.SignedIn, AuditAction.SignedOutEverywhere, AuditAction.SignedOut],
            await bench.AuditAsync(lin.ActorId));
    }

    [Fact]
    public async Task The_proof_of_who_one_is_grows_old_and_a_program_needs_none()
    {
        var stepUp = bench.Portal.Get<StepUp>();
        var actor = await bench.ActorAsync(await bench.SignInAsync(lin));
        Assert.Null(stepUp.Lacks(actor));
        bench.Portal.Advance(StepUp.Window + TimeSpan.FromSeconds(1));
        Assert.Equal(PortalError.StepUpNeeded, stepUp.Lacks(actor)!.Code);
        Assert.True(stepUp.IsFresh(Actor.InRole("api-key/crm", "crm", Role.Operator)));
    }

    [Fact]
    public async Task Who_fails_five_times_waits_and_is_forgiven_by_getting_in()
    {
        for (var attempt = 1; attempt < AccountLock.Failures; attempt++)
            await bench.Book.NoteFailureAsync(lin, CancellationToken.None);
        Assert.False(AccountLock.IsShut(await bench.FindAsync(lin.Id), bench.Portal.NowUtc));
        await bench.Book.NoteFailureAsync(lin, CancellationToken.None);
        Assert.True(AccountLock.IsShut(await bench.FindAsync(lin.Id), bench.Portal.NowUtc));
        bench.Portal.Advance(AccountLock.Wait);
        Assert.False(AccountLock.IsShut(await bench.FindAsync(lin.Id), bench.Portal.NowUtc));
        await bench.Book.NoteFailureAsync(lin, CancellationToken.None);
        await bench.SignInAsync(lin);
        Assert.Equal((0, null), ((await bench.FindAsync(lin.Id)).FailedAttempts, (await bench.FindAsync(lin.Id)).LockedUntilUtc));
    }

    [Fact]
    public async Task An_attempt_on_nobody_is_recorded_as_one_on_somebody_is()
    {
        await bench.Book.NoteFailureAsync(null, CancellationToken.None);
        await bench.Book.NoteFailureAsync(lin, CancellationToken.None);
        Assert.Equal([AuditAction.SignInFailed], await bench.AuditAsync("person/unknown"));
        Assert.Equal([AuditAction.AccountCreated, AuditAction.SignInFailed], await bench.AuditAsync(lin.ActorId));
    }
}
