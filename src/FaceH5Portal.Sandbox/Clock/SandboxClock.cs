using System.Globalization;

namespace FaceH5Portal.Sandbox;

/// <summary>
/// The time the pretended vendor lives in: an inner clock plus an offset that only ever grows once anything has happened.
/// Timers and timestamps stay real, so that waiting does not hang on somebody moving the clock.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    private static readonly TimeSpan EarliestBeginning = TimeSpan.FromDays(366);

    private readonly TimeProvider _inner;
    private readonly string? _stateFile;
    private readonly Lock _gate = new();
    private long _offsetTicks;

    /// <param name="inner">The clock the offset is added to.</param>
    /// <param name="stateFile">Where the offset outlives the process; null keeps it in memory.</param>
    public SandboxClock(TimeProvider inner, string? stateFile = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _stateFile = stateFile;
        _offsetTicks = ReadOffset(stateFile);
    }

    /// <summary>Raised after the clock was moved.</summary>
    public event Action? Moved;

    /// <summary>How far this clock is ahead of the inner one; negative while a past is being made.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + Offset;

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is zero or negative, or leads beyond the calendar.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        lock (_gate)
        {
            // A century is far beyond any use, and keeps every later sum of times inside the calendar.
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, TimeSpan.FromDays(36525) - Offset);
            var moved = Offset + by;
            WriteOffset(moved);
            Interlocked.Exchange(ref _offsetTicks, moved.Ticks);
        }
        Moved?.Invoke();
    }

    /// <summary>
    /// Sets the clock back, so that a past can be made. Only for whoever knows that nothing has happened yet, at the
    /// vendor or at its client: to them a step back would be a riddle.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ago"/> is zero or negative, or beyond a year.</exception>
    public void BeginEarlier(TimeSpan ago)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ago, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ago, EarliestBeginning);
        lock (_gate)
        {
            WriteOffset(-ago);
            Interlocked.Exchange(ref _offsetTicks, -ago.Ticks);
        }
        Moved?.Invoke();
    }

    private static long ReadOffset(string? file)
    {
        if (file is null || !File.Exists(file)) return 0;
        var text = File.ReadAllText(file);
        return TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out var offset) && offset >= -EarliestBeginning
            ? offset.Ticks
            : throw new InvalidDataException($"The sandbox clock's file {file} does not hold an offset such as 02:00:01. Delete it to start at the real time.");
    }

    private void WriteOffset(TimeSpan offset)
    {
        if (_stateFile is null) return;
        if (Path.GetDirectoryName(Path.GetFullPath(_stateFile)) is { } folder) Directory.CreateDirectory(folder);
        var fresh = _stateFile + ".tmp";
        File.WriteAllText(fresh, offset.ToString("c", CultureInfo.InvariantCulture));
        File.Move(fresh, _stateFile, overwrite: true);
    }
}
