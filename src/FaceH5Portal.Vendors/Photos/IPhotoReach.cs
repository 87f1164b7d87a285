namespace FaceH5Portal.Vendors.Photos;

/// <summary>Tells whether a photo vendor can be reached, without a check, a key or a cent.</summary>
public interface IPhotoReach
{
    /// <summary>Asks the vendor's address for nothing at all (<c>HEAD /</c>, no keys). Whatever it answers, it is there.</summary>
    /// <param name="vendor">Which one; its address is that of its options (<c>Vendors:Juhe:BaseUrl</c> and so on).</param>
    /// <param name="ct">Ends the wait; the vendor's <c>CheckTimeout</c> ends it too.</param>
    /// <returns>
    /// Who answered. Faults: <see cref="VendorFaultKind.Unreachable"/>, <see cref="VendorFaultKind.TimedOut"/>, and <see cref="VendorFaultKind.CircuitOpen"/>
    /// where checks failed again and again just before.
    /// </returns>
    Task<VendorAnswer<ReachedVendor>> LookAsync(PhotoVendor vendor, CancellationToken ct);
}

/// <summary>A vendor's address that answered.</summary>
/// <param name="Host">The name that was asked.</param>
/// <param name="ClockAhead">How far our clock is ahead of the vendor's, negative where it is behind; good to about a second, since the vendor names whole seconds. Null where it named none.</param>
public sealed record ReachedVendor(string Host, TimeSpan? ClockAhead);
