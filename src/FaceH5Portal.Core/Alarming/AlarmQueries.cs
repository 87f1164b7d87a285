using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming;

/// <summary>An alarm and who has it in hand, by name.</summary>
public sealed record AlarmView(Alarm Alarm, string? Handler);

/// <summary>A rule, how it is wanted, and what can be wanted of it.</summary>
public sealed record AlarmRuleView(AlarmRuleTerms Terms, ThresholdRange Range);

/// <summary>All that the page of alarms shows.</summary>
/// <param name="Active">What is not over, the gravest first.</param>
/// <param name="Past">What was over last.</param>
/// <param name="StorageFailsSinceUtc">Since when nothing can be stored, alarms neither; null where it can.</param>
public sealed record AlarmBoard(IReadOnlyList<AlarmView> Active, IReadOnlyList<AlarmView> Past, IReadOnlyList<AlarmRuleView> Rules, DateTime? StorageFailsSinceUtc);

/// <summary>What wants somebody's eye: open alarms, those in hand or put off left out.</summary>
public sealed record OpenAlarms(int Number, AlarmSeverity Gravest);

/// <summary>One line of a history, its doer by name.</summary>
public sealed record AlarmEventView(DateTime AtUtc, AlarmEventKind Kind, string By);

public sealed class AlarmQueries(PortalStore store, AlarmRuleBook book, PortalPulse pulse, ActorNames names)
{
    private const int ShownPast = 50;

    public async Task<Result<AlarmBoard>> BoardAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        var terms = await book.TermsAsync(cancellationToken);
        await using var db = await store.ReadAsync(cancellationToken);
        var active = await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.State != AlarmState.Resolved).ToListAsync(cancellationToken);
        var past = await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.State == AlarmState.Resolved)
            .OrderByDescending(alarm => alarm.ResolvedAtUtc).ThenBy(alarm => alarm.Id).Take(ShownPast).ToListAsync(cancellationToken);
        return new AlarmBoard(
            [.. active.OrderBy(alarm => alarm.State).ThenByDescending(alarm => alarm.Severity).ThenBy(alarm => alarm.FirstSeenUtc).Select(View)],
            past.ConvertAll(View), [.. book.Rules.Select(rule => new AlarmRuleView(terms[rule.Rule], rule.Range))], pulse.Seen.StorageFailsSinceUtc);
    }

    public async Task<Result<OpenAlarms>> OpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var open = await db.Set<Alarm>().Where(alarm => alarm.State == AlarmState.Open).Select(alarm => alarm.Severity).ToListAsync(cancellationToken);
        var failing = pulse.Seen.StorageFailsSinceUtc is null ? 0 : 1;
        return new OpenAlarms(open.Count + failing, failing > 0 ? AlarmSeverity.Critical : open.DefaultIfEmpty().Max());
    }

    public async Task<Result<IReadOnlyList<AlarmEventView>>> HistoryAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var events = await db.Set<AlarmEvent>().AsNoTracking().Where(entry => entry.AlarmId == id).OrderBy(entry => entry.Sequence).ToListAsync(cancellationToken);
        return events.ConvertAll(entry => new AlarmEventView(entry.AtUtc, entry.Kind, names.Of(entry.By)));
    }

    private AlarmView View(Alarm alarm) => new(alarm, alarm.HandledBy is { } handler ? names.Of(handler) : null);
}
