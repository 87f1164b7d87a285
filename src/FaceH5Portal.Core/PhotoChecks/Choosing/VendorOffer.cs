using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Choosing;

/// <summary>How things stand with one vendor, before anybody is asked.</summary>
public sealed record VendorOffer
{
    public required PhotoVendor Vendor { get; init; }

    /// <summary>Settings without which it cannot be asked; empty when all is there.</summary>
    public required IReadOnlyList<string> MissingSettings { get; init; }

    /// <summary>It failed again and again just now and is left alone for a moment.</summary>
    public required bool IsResting { get; init; }

    /// <summary>Of the next check, in 1/10,000 CNY; null for who may not see money.</summary>
    public required long? Price { get; init; }

    public required PhotoLimits Limits { get; init; }

    /// <summary>The photo before and after it was made to fit; null where none was given or it cannot be.</summary>
    public PhotoFigures? Before { get; init; }

    public PhotoFigures? After { get; init; }

    /// <summary>Whether its pixels had to be written anew, and whether it lay on its side.</summary>
    public bool IsRedrawn { get; init; }

    public bool IsTurned { get; init; }

    /// <summary>Why the photo cannot be made to fit.</summary>
    public IReadOnlyList<PortalError> Faults { get; init; } = [];

    /// <summary>Its place among those that can be asked now, from 1, where the best available is wanted; null where it cannot.</summary>
    public int? Rank { get; init; }

    public bool CanBeAsked => MissingSettings.Count == 0 && Faults.Count == 0;
}
