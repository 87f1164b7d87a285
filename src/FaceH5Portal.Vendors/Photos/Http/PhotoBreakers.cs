using System.Collections.Concurrent;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>Knows which vendors are left alone just now. Once the time of a break is over somebody has to make the first try, so it counts no longer.</summary>
internal sealed class PhotoBreakers
{
    // As the pipeline's: a network keeps real time.
    private static readonly TimeProvider Clock = TimeProvider.System;

    private readonly ConcurrentDictionary<PhotoVendor, (long Since, TimeSpan For)> _breaks = new();

    public bool IsOpen(PhotoVendor vendor) => _breaks.TryGetValue(vendor, out var known) && Clock.GetElapsedTime(known.Since) < known.For;

    public void Open(PhotoVendor vendor, TimeSpan duration) => _breaks[vendor] = (Clock.GetTimestamp(), duration);
}
