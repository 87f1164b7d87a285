using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming;

/// <summary>Turns what a rule found into alarms: raised, worse, the same, or gone.</summary>
public sealed class AlarmJournal(NoticeBook notices, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "alarm";

    // What comes back within it is the same fault.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    public async Task HearAsync(PortalWrite write, AlarmRuleTerms terms, IReadOnlyList<AlarmSignal> signals, CancellationToken cancellationToken)
    {
        var since = Now - Memory;
        var known = await write.Set<Alarm>().Where(alarm => alarm.Rule == terms.Rule && (alarm.State != AlarmState.Resolved || alarm.ResolvedAtUtc >= since))
            .OrderBy(alarm => alarm.FirstSeenUtc).ToListAsync(cancellationToken);
        foreach (var signal in signals)
            if (known.FindLast(alarm => alarm.Subject == signal.Subject && alarm.State != AlarmState.Resolved) is { } active)
                await SeeAsync(write, active, signal, terms, cancellationToken);
            else
                await RaiseAsync(write, known.FindLast(alarm => alarm.Subject == signal.Subject) ?? Begin(write, terms.Rule, signal), signal, terms, cancellationToken);
        foreach (var gone in known.Where(alarm => alarm.State != AlarmState.Resolved && !signals.Any(signal => signal.Subject == alarm.Subject)))
            await ResolveAsync(write, gone, terms, cancellationToken);
    }

    public void Tell(PortalWrite write, Alarm alarm, AlarmEventKind kind, string by)
    {
        write.Set<AlarmEvent>().Add(new AlarmEvent { AlarmId = alarm.Id, AtUtc = Now, Kind = kind, By = by });
        alarm.Version++;
        write.Announce(new PortalChange(Topic, alarm.Id));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task RaiseAsync(PortalWrite write, Alarm alarm, AlarmSignal signal, AlarmRuleTerms terms, CancellationToken cancellationToken)
    {
        Take(alarm, signal);
        (alarm.State, alarm.Count, alarm.ResolvedAtUtc, alarm.SnoozedUntilUtc, alarm.HandledBy) = (AlarmState.Open, alarm.Count + 1, null, null, null);
        Tell(write, alarm, AlarmEventKind.Raised, Actor.System.Id);
        return notices.TellRaisedAsync(write, alarm, terms, cancellationToken);
    }

    /// <summary>Still there. What somebody has in hand comes up again only where it got worse.</summary>
    private async Task SeeAsync(PortalWrite write, Alarm alarm, AlarmSignal signal, AlarmRuleTerms terms, CancellationToken cancellationToken)
    {
        var isWorse = signal.Severity > alarm.Severity;
        var wakes = alarm.State == AlarmState.Snoozed && Now >= alarm.SnoozedUntilUtc;
        Take(alarm, signal);
        if (!isWorse && !wakes)
            return;
        (alarm.State, alarm.SnoozedUntilUtc, alarm.HandledBy) = (AlarmState.Open, null, null);
        if (isWorse)
            alarm.ToldAtUtc = null;
        Tell(write, alarm, isWorse ? AlarmEventKind.Worsened : AlarmEventKind.Woke, Actor.System.Id);
        await notices.TellRaisedAsync(write, alarm, terms, cancellationToken);
    }

    private async Task ResolveAsync(PortalWrite write, Alarm alarm, AlarmRuleTerms terms, CancellationToken cancellationToken)
    {
        (alarm.State, alarm.ResolvedAtUtc, alarm.SnoozedUntilUtc) = (AlarmState.Resolved, Now, null);
        Tell(write, alarm, AlarmEventKind.Resolved, Actor.System.Id);
        await notices.TellResolvedAsync(write, alarm, terms, cancellationToken);
    }

    private Alarm Begin(PortalWrite write, AlarmRule rule, AlarmSignal signal)
    {
        var alarm = new Alarm { Id = entropy.NewId(clock), Rule = rule, Subject = signal.Subject, FirstSeenUtc = Now };
        write.Set<Alarm>().Add(alarm);
        return alarm;
    }

    private void Take(Alarm alarm, AlarmSignal signal) =>
        (alarm.Severity, alarm.Value, alarm.Detail, alarm.LastSeenUtc) = (signal.Severity, signal.Value, signal.Detail, Now);
}
