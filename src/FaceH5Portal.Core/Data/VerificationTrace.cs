using System.Buffers.Binary;
using System.Diagnostics;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// One trace for one verification, from its link to the last thing that is fetched of it: the id of the session is the id of
/// the trace, so that nothing has to be kept or carried along, and whoever has one can find the other.
/// </summary>
public static class VerificationTrace
{
    public const string Name = "FaceH5Portal";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Null where nobody listens. The request or pass it happens in has a trace of its own and is linked.</summary>
    public static Activity? Start(string step, Guid sessionId)
    {
        if (!Source.HasListeners())
            return null;
        ActivityLink[] around = Activity.Current is { } current && current.TraceId != TraceOf(sessionId) ? [new ActivityLink(current.Context)] : [];
        return Source.StartActivity($"verification.{step}", ActivityKind.Internal, RootOf(sessionId), links: around);
    }

    public static ActivityTraceId TraceOf(Guid sessionId) => ActivityTraceId.CreateFromString(sessionId.ToString("N"));

    private static ActivityContext RootOf(Guid sessionId)
    {
        Span<byte> bytes = stackalloc byte[16];
        sessionId.TryWriteBytes(bytes, bigEndian: true, out _);
        // All spans of a session hang on one that stands for the session itself; it must not be zero.
        var root = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) | 1;
        return new ActivityContext(TraceOf(sessionId), ActivitySpanId.CreateFromString(root.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)),
            ActivityTraceFlags.Recorded, isRemote: true);
    }
}
