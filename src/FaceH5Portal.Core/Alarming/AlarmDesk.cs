using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming;

/// <summary>How somebody wants a rule.</summary>
public sealed record WantedRule(bool IsOn, long Threshold, string? Owner, TimeOnly? QuietFrom, TimeOnly? QuietUntil);

/// <summary>What people do about alarms and their rules.</summary>
public sealed class AlarmDesk(PortalStore store, AlarmRuleBook book, AlarmJournal journal, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The topic of a changed rule.</summary>
    public const string RuleTopic = "alarm-rule";

    public const int LongestSnoozeHours = 168;

    /// <summary>Takes an alarm in hand: it is sent out again only where it gets worse.</summary>
    public async Task<Result<Guid>> AcknowledgeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.HandleAlarms) is { } denied)
            return denied;
        return await HandleAsync(actor, id, AuditAction.AlarmAcknowledged, AlarmEventKind.Acknowledged,
            alarm => (alarm.State, alarm.SnoozedUntilUtc) = (AlarmState.Acknowledged, null), cancellationToken);
    }

    /// <summary>Wants no word of an alarm for some hours; what is still there then comes up again.</summary>
    public async Task<Result<Guid>> SnoozeAsync(Actor actor, Guid id, int hours, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.HandleAlarms) is { } denied)
            return denied;
        if (hours is < 1 or > LongestSnoozeHours)
            return new PortalError("number-out-of-range", "Hours", 1, LongestSnoozeHours);
        var until = clock.GetUtcNow().UtcDateTime.AddHours(hours);
        return await HandleAsync(actor, id, AuditAction.AlarmSnoozed, AlarmEventKind.Snoozed,
            alarm => (alarm.State, alarm.SnoozedUntilUtc) = (AlarmState.Snoozed, until), cancellationToken);
    }

    /// <param name="version">As the rule was read; 0 for one that nobody changed.</param>
    public async Task<Result<int>> SetRuleAsync(Actor actor, AlarmRule rule, int version, WantedRule wanted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } denied)
            return denied;
        if (Faults(rule, wanted) is { Count: > 0 } faults)
            return faults;
        return await store.WriteAsync<int>(async write =>
        {
            var terms = await write.Set<AlarmRuleTerms>().SingleOrDefaultAsync(known => known.Rule == rule, cancellationToken);
            if ((terms?.Version ?? 0) != version)
                return new PortalError(PortalError.ChangedMeanwhile);
            if (terms is null)
                write.Set<AlarmRuleTerms>().Add(terms = new AlarmRuleTerms { Rule = rule, Threshold = wanted.Threshold });
            (terms.IsOn, terms.Threshold, terms.Owner) = (wanted.IsOn, wanted.Threshold, OwnerOf(wanted));
            (terms.QuietFrom, terms.QuietUntil, terms.Version) = (wanted.QuietFrom, wanted.QuietUntil, version + 1);
            // Who sees to it is somebody's name or address, and the audit is kept for longer than they may be here.
            audit.Record(write, actor, AuditAction.AlarmRuleChanged, $"alarm-rule/{rule}", $"{(wanted.IsOn ? "on" : "off")} {wanted.Threshold} {wanted.QuietFrom:HH:mm}-{wanted.QuietUntil:HH:mm}");
            write.Announce(new PortalChange(RuleTopic, Guid.Empty));
            return terms.Version;
        }, cancellationToken);
    }

    private List<PortalError> Faults(AlarmRule rule, WantedRule wanted)
    {
        var faults = new List<PortalError>();
        var range = book.Rules.Single(known => known.Rule == rule).Range;
        if (!range.Holds(wanted.Threshold))
            faults.Add(new PortalError("number-out-of-range", nameof(WantedRule.Threshold), range.Least, range.Most));
        if (OwnerOf(wanted) is { Length: > AlarmRuleTerms.LongestOwner } owner || OwnerOf(wanted)?.Any(char.IsControl) == true)
            faults.Add(new PortalError("alarm-owner", nameof(WantedRule.Owner), AlarmRuleTerms.LongestOwner));
        if (wanted.QuietFrom is null != wanted.QuietUntil is null)
            faults.Add(new PortalError("alarm-quiet-half", nameof(WantedRule.QuietFrom)));
        return faults;
    }

    private static string? OwnerOf(WantedRule wanted) => string.IsNullOrWhiteSpace(wanted.Owner) ? null : wanted.Owner.Trim();

    private Task<Result<Guid>> HandleAsync(
        Actor actor, Guid id, AuditAction action, AlarmEventKind kind, Action<Alarm> change, CancellationToken cancellationToken) => store.WriteAsync<Guid>(async write =>
    {
        var alarm = await write.Set<Alarm>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (alarm is null)
            return new PortalError(PortalError.NotFound);
        if (alarm.State == AlarmState.Resolved)
            return new PortalError("alarm-over");
        change(alarm);
        alarm.HandledBy = actor.Id;
        journal.Tell(write, alarm, kind, actor.Id);
        audit.Record(write, actor, action, $"alarm/{id}", alarm.Rule.ToString());
        return id;
    }, cancellationToken);
}
