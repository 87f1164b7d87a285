using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Journey;

/// <summary>The one read in SQL of its own agrees with the model.</summary>
public sealed class PersonsStandingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_look_reads_of_session_and_person_what_the_model_holds(bool isFilled)
    {
        await using var bench = await JourneyBench.StartAsync();
        var id = await bench.InviteAsync(identity: isFilled ? JourneyBench.Resident(JourneyBench.Adult) : null);
        if (isFilled)
            await FillAsync(bench.Portal.Get<PortalStore>(), bench.Portal.Get<SubjectVault>(), id);
        var row = await bench.RowAsync(id);
        var person = Assert.Single(await bench.AllAsync<Subject>(), subject => subject.Id == row.SubjectId);
        var seen = await SeenAsync(bench, id);
        Assert.Equivalent(SessionStanding.Of(row), seen!.Session, strict: true);
        Assert.Equivalent(person, seen.Subject, strict: true);
        Assert.Equal(isFilled, seen.Session is { ReturnUrl: not null, HasMatchPhoto: true, WithdrawnAtUtc: not null } && seen.Subject is { SealedBirthDate: not null, HeldAtUtc: not null });
    }

    [Fact]
    public async Task What_was_written_since_is_seen_by_a_connection_that_has_the_read_ready()
    {
        await using var bench = await JourneyBench.StartAsync();
        var id = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        Assert.Null((await SeenAsync(bench, id))!.Session.ConsentedAtUtc);
        await bench.AgreeAsync(id);
        Assert.NotNull((await SeenAsync(bench, id))!.Session.ConsentedAtUtc);
        Assert.Null(await SeenAsync(bench, Guid.NewGuid()));
    }

    private static Task<PersonsStanding?> SeenAsync(JourneyBench bench, Guid id) =>
        bench.Portal.Get<PortalStore>().LookAsync(PersonsStanding.Read, id, CancellationToken.None);

    private static Task<Result<Guid>> FillAsync(PortalStore store, SubjectVault vault, Guid id) => store.WriteAsync<Guid>(async write =>
    {
        await write.Set<VerificationSession>().ExecuteUpdateAsync(set => set.SetProperty(s => s.ReturnUrl, "https://caller.example/done"));
        var session = write.Find<VerificationSession>(id)!;
        var subject = write.Find<Subject>(session.SubjectId)!;
        var day = session.CreatedAtUtc;
        (session.Reason, session.Outcome, session.Review, session.Status) = ("222351", Outcome.NoMatch, ReviewState.Declined, SessionStatus.Failed);
        (session.AttemptCount, session.Version, session.GuardianConsented, session.MatchPhotoId) = (2, 7, true, Guid.NewGuid());
        (session.ConsentedAtUtc, session.OtherWayAtUtc, session.WithdrawnAtUtc, session.FinishedAtUtc) = (day.AddHours(1), day.AddHours(2), day.AddHours(3), day.AddHours(4));
        vault.NoteBirthDate(subject, new DateOnly(1990, 3, 7));
        (subject.HeldAtUtc, subject.ErasedAtUtc) = (day.AddHours(5), day.AddHours(6));
        return session.Id;
    }, CancellationToken.None);
}
