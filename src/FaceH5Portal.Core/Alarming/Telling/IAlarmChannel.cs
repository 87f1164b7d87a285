namespace FaceH5Portal.Core.Alarming.Telling;

/// <summary>One alarm as it is told outside: ids, numbers and codes, and nothing of a person.</summary>
public sealed record AlarmLine(
    Guid Id, AlarmRule Rule, AlarmSeverity Severity, AlarmState State, long Value, string? Detail, int Count, DateTime FirstSeenUtc, DateTime? ResolvedAtUtc)
{
    public static AlarmLine Of(Alarm alarm) => new(
        alarm.Id, alarm.Rule, alarm.Severity, alarm.State, alarm.Value, alarm.Detail, alarm.Count, alarm.FirstSeenUtc, alarm.ResolvedAtUtc);
}

/// <summary>What one message says.</summary>
/// <param name="Id">The same when it is sent again, so that a receiver can tell.</param>
/// <param name="Owner">Whom it goes to instead of everybody; null for everybody.</param>
public sealed record AlarmReport(Guid Id, AlarmNoticeKind Kind, DateTime AtUtc, IReadOnlyList<AlarmLine> Lines, string? Owner = null);

/// <summary>A way out of the portal. It may fail, and says so by a code; it never throws for what is not there.</summary>
public interface IAlarmChannel
{
    string Name { get; }

    /// <summary>Null when it was taken, else why not.</summary>
    Task<string?> SendAsync(AlarmReport report, CancellationToken cancellationToken);
}
