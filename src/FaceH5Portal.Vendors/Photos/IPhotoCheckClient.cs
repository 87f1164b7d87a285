namespace FaceH5Portal.Vendors.Photos;

/// <summary>Checks photos with one vendor. Ask the container for all of them, or for the one under its <see cref="PhotoVendor"/> as a key.</summary>
public interface IPhotoCheckClient
{
    /// <summary>Which vendor.</summary>
    PhotoVendor Vendor { get; }

    /// <summary>What it takes; a photo beyond it costs a call and comes back as <see cref="PhotoOutcome.PhotoUnusable"/>.</summary>
    PhotoLimits Limits { get; }

    /// <summary>Keys of the settings without which no call goes out, such as <c>Vendors:Juhe:Key</c>; empty when all is there.</summary>
    IReadOnlyList<string> MissingSettings { get; }

    /// <summary>
    /// Its last three checks, each within an hour of the one before, got no answer or a server's error: for a minute, and longer each time it goes on, no call goes out and
    /// <see cref="CheckAsync"/> answers <c>circuit-open</c> at once. Then one call goes out to see; until that one has ended this stays true.
    /// </summary>
    bool IsResting { get; }

    /// <summary>Compares a photo with the portrait on file. Costs money: sent once, whatever comes back.</summary>
    /// <param name="request">Whom and what.</param>
    /// <param name="ct">Ends the wait; the vendor may still carry the check out and bill it.</param>
    /// <returns>
    /// How it ended, every failure included: <c>no-credentials</c> and <c>no-photo</c> (nothing was sent), <c>circuit-open</c> (nothing was sent: this vendor
    /// failed too often just before), <c>timed-out</c>, <c>unreachable</c> and <c>unreadable</c>, or the vendor's own code.
    /// </returns>
    Task<PhotoCheckResult> CheckAsync(PhotoCheckRequest request, CancellationToken ct);
}
