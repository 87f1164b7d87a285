using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FaceH5Portal.Vendors.Watching;

/// <summary>
/// Remembers how the last calls to vendors ended and how long they took, and tells meters and traces of them. Never holds an address,
/// a token or anything of a person. Thread-safe; forgets what is older than <see cref="Memory"/> and all but the last 4,096 calls.
/// </summary>
/// <param name="clock">The time by which calls are dated and measured.</param>
public sealed class VendorCalls(TimeProvider clock)
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "FaceH5Portal.Vendors";

    private const int Most = 4096;

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "faceh5portal.vendor.call.duration", "s", "How long calls to vendors took, by their fixed path and how they ended.");

    private readonly Lock turn = new();
    private readonly Queue<Call> calls = new();
    private TimeSpan? clockAhead;

    /// <summary>How long a call is remembered.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromHours(1);

    /// <summary>How far the portal's clock was ahead of the vendor's (negative: behind) when the vendor last told its time; null before that.</summary>
    public TimeSpan? ClockAhead
    {
        get
        {
            lock (turn)
                return clockAhead;
        }
    }

    /// <summary>A call begins.</summary>
    /// <param name="path">The call's fixed path, without its query.</param>
    /// <returns>To be told how it ended.</returns>
    public VendorCallWatch Begin(string path) => new(this, path, Traces.StartActivity("vendor.call", ActivityKind.Client), clock.GetUtcNow());

    /// <summary>What calls since then came to.</summary>
    /// <param name="since">The beginning; calls older than <see cref="Memory"/> are forgotten.</param>
    /// <returns>The sums; <see cref="VendorFigures.None"/> where there was no call.</returns>
    public VendorFigures Since(DateTimeOffset since)
    {
        lock (turn)
        {
            var found = calls.Where(call => call.EndedAt >= since).ToList();
            if (found.Count == 0)
                return VendorFigures.None;
            var took = found.ConvertAll(call => call.Took);
            took.Sort();
            return new VendorFigures(found.Count, found.Count(call => call.HasFailed), took[(int)Math.Ceiling(took.Count * 0.95) - 1]);
        }
    }

    internal void HearClock(DateTimeOffset sent, DateTimeOffset? told)
    {
        // The vendor read its clock somewhere between question and answer.
        if (told is { } date)
            lock (turn)
                clockAhead = sent + ((clock.GetUtcNow() - sent) / 2) - date;
    }

    internal void End(VendorCallWatch watch, VendorFault? fault)
    {
        var now = clock.GetUtcNow();
        // A clock that was set back meanwhile makes no time negative.
        var took = now > watch.BeganAt ? now - watch.BeganAt : TimeSpan.Zero;
        Durations.Record(took.TotalSeconds, new("path", watch.Path), new("end", fault?.Kind.ToString() ?? "Answered"));
        lock (turn)
        {
            calls.Enqueue(new Call(now, took, IsFailure(fault)));
            while (calls.Count > Most || now - calls.Peek().EndedAt > Memory)
                calls.Dequeue();
        }
    }

    // A refusal is an answer, and in a pause nothing was sent.
    private static bool IsFailure(VendorFault? fault) =>
        fault is { Kind: VendorFaultKind.Unreachable or VendorFaultKind.TimedOut or VendorFaultKind.Unreadable or VendorFaultKind.Gateway or VendorFaultKind.CircuitOpen };

    private readonly record struct Call(DateTimeOffset EndedAt, TimeSpan Took, bool HasFailed);
}
