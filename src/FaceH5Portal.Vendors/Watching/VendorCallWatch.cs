using System.Diagnostics;

namespace FaceH5Portal.Vendors.Watching;

/// <summary>One call under way.</summary>
public sealed class VendorCallWatch : IDisposable
{
    private readonly VendorCalls calls;
    private readonly Activity? trace;

    internal VendorCallWatch(VendorCalls calls, string path, Activity? trace, DateTimeOffset beganAt)
    {
        (this.calls, this.trace, Path, BeganAt) = (calls, trace, path, beganAt);
        trace?.SetTag("vendor.path", path);
    }

    internal string Path { get; }

    internal DateTimeOffset BeganAt { get; }

    /// <summary>The call is over.</summary>
    /// <param name="fault">How it failed; null where it did not.</param>
    public void End(VendorFault? fault)
    {
        calls.End(this, fault);
        if (fault is null)
            return;
        trace?.SetTag("vendor.code", fault.Code ?? fault.Kind.ToString());
        trace?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Ends the trace of it.</summary>
    public void Dispose() => trace?.Dispose();
}
