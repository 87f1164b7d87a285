namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>A fault as it stands now.</summary>
/// <param name="Subject">What it is about; equal ones are one alarm.</param>
/// <param name="Value">How much of it there is.</param>
/// <param name="Detail">A code, or the id of what to look at; never personal data.</param>
public sealed record AlarmSignal(string Subject, AlarmSeverity Severity, long Value, string? Detail = null)
{
    /// <summary>Where a rule is about the portal as a whole.</summary>
    public const string Everything = "all";

    public static IReadOnlyList<AlarmSignal> None => [];

    /// <summary>One alarm from a threshold on.</summary>
    public static IReadOnlyList<AlarmSignal> From(long threshold, long value, AlarmSeverity severity, string? detail = null) =>
        value >= threshold ? [new AlarmSignal(Everything, severity, value, detail)] : None;
}

/// <summary>From where on a rule alarms unless told, and what can be told.</summary>
public sealed record ThresholdRange(long Usual, long Least, long Most)
{
    public bool Holds(long threshold) => threshold >= Least && threshold <= Most;
}

/// <summary>Watches one thing by asking earlier slices. Answers every fault there is now: what it no longer names is resolved.</summary>
public interface IAlarmRule
{
    AlarmRule Rule { get; }

    ThresholdRange Range { get; }

    Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken);
}
