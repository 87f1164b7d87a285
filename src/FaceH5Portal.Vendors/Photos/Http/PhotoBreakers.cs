using System.Collections.Concurrent;
using Polly.CircuitBreaker;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>Tells how each vendor's breaker stands. A half-open one counts as closed: somebody has to make the first try.</summary>
internal sealed class PhotoBreakers
{
    private readonly ConcurrentDictionary<PhotoVendor, CircuitBreakerStateProvider> _states = new();

    /// <summary>For a breaker that is being built; one that is built anew begins closed.</summary>
    public CircuitBreakerStateProvider Of(PhotoVendor vendor) => _states[vendor] = new CircuitBreakerStateProvider();

    public bool IsOpen(PhotoVendor vendor) =>
        _states.TryGetValue(vendor, out var state) && state is { IsInitialized: true, CircuitState: CircuitState.Open or CircuitState.Isolated };
}
