using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>Attempts of the last day.</summary>
internal static class LateAttempts
{
    public static IQueryable<Attempt> Of(PortalDbContext db, TimeProvider clock)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        return db.Set<Attempt>().Where(attempt => attempt.VerifiedAtUtc >= since);
    }
}

/// <summary>So many attempts through one link within a day.</summary>
internal sealed class AttemptsOfLinkRule(PortalStore store, TimeProvider clock) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.AttemptsOfLink;

    public ThresholdRange Range { get; } = new(10, 2, 1000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var links = await LateAttempts.Of(db, clock).GroupBy(attempt => attempt.SessionId).Where(group => group.Count() >= threshold)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return links.ConvertAll(link => new AlarmSignal($"session/{link.Key}", AlarmSeverity.Warning, link.Count, link.Key.ToString()));
    }
}

/// <summary>So many attempts of one person, whatever the link, within a day; equal numbers are one person.</summary>
internal sealed class AttemptsOfPersonRule(PortalStore store, TimeProvider clock) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.AttemptsOfPerson;

    public ThresholdRange Range { get; } = new(15, 2, 1000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var people = await LateAttempts.Of(db, clock)
            .Join(db.Set<VerificationSession>(), attempt => attempt.SessionId, session => session.Id, (attempt, session) => session)
            .Join(db.Set<Subject>().Where(subject => subject.NumberIndex != null), session => session.SubjectId, subject => subject.Id,
                (session, subject) => new { subject.NumberIndex, SessionId = session.Id })
            .GroupBy(found => found.NumberIndex).Where(group => group.Count() >= threshold)
            .Select(group => new { Index = group.Key, Count = group.Count(), Last = group.Max(found => found.SessionId) }).ToListAsync(cancellationToken);
        var signals = new List<AlarmSignal>();
        foreach (var person in people)
        {
            // The oldest id stands for the person: it names nobody, stays the same, and says nothing once they are erased.
            var first = await db.Set<Subject>().Where(subject => subject.NumberIndex == person.Index).MinAsync(subject => subject.Id, cancellationToken);
            signals.Add(new AlarmSignal($"person/{first}", AlarmSeverity.Warning, person.Count, person.Last.ToString()));
        }
        return signals;
    }
}

/// <summary>So many attempts within a day that the vendor calls risky, of level 1 or 2.</summary>
internal sealed class RiskLevelsRule(PortalStore store, TimeProvider clock) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.RiskLevels;

    public ThresholdRange Range { get; } = new(3, 1, 1000);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var risky = await LateAttempts.Of(db, clock).CountAsync(attempt => attempt.RiskLevel == "1" || attempt.RiskLevel == "2", cancellationToken);
        return AlarmSignal.From(threshold, risky, AlarmSeverity.Warning);
    }
}

/// <summary>So many consents from one address within a day.</summary>
internal sealed class ConsentsOfAddressRule(JourneyWatch watch, TimeProvider clock) : IAlarmRule
{
    // Enough of the index to tell addresses apart.
    private const int Shown = 16;

    public AlarmRule Rule => AlarmRule.ConsentsOfAddress;

    public ThresholdRange Range { get; } = new(30, 2, 100_000);

    public Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AlarmSignal>>(
        [.. watch.ConsentsSince(clock.GetUtcNow().AddDays(-1)).Where(address => address.Value >= threshold)
            .Select(address => new AlarmSignal($"address/{address.Key[..Shown]}", AlarmSeverity.Warning, address.Value))]);
}

/// <summary>So many ways back within an hour that nobody was given.</summary>
internal sealed class ForgedReturnsRule(JourneyWatch watch, TimeProvider clock) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.ForgedReturns;

    public ThresholdRange Range { get; } = new(20, 1, 100_000);

    public Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken) =>
        Task.FromResult(AlarmSignal.From(threshold, watch.ForgedReturnsSince(clock.GetUtcNow().AddHours(-1)), AlarmSeverity.Warning));
}
