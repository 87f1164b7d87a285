using FaceH5Portal.Vendors.Photos.Codes;

namespace FaceH5Portal.Vendors.Photos;

/// <summary>How one photo check ended. Never an exception: a failure is an <see cref="Outcome"/> too.</summary>
public sealed record PhotoCheckResult
{
    /// <summary>Who was asked.</summary>
    public required PhotoVendor Vendor { get; init; }

    /// <summary>What it means.</summary>
    public required PhotoOutcome Outcome { get; init; }

    /// <summary>Why there is no verdict; null exactly when <see cref="Outcome"/> is not <see cref="PhotoOutcome.ProviderError"/>.</summary>
    public PhotoErrorKind? ErrorKind { get; init; }

    /// <summary>The vendor's raw code, or the field that decided and its value (<c>res=3</c>, <c>photo_result=2</c>); a word of ours where nothing came back. <see cref="Codes.PhotoCodes"/> explains it.</summary>
    public required string Code { get; init; }

    /// <summary>The vendor's own words, without the person and without anything that looks like a number or an address; empty where it gave none.</summary>
    public string Message { get; init; } = "";

    /// <summary>How alike, from 0 to <see cref="Scale"/>, as the vendor wrote it; null when nothing was compared. Never to be compared with another vendor's.</summary>
    public double? Score { get; init; }

    /// <summary>What the vendor calls identical: 100, or 1000 where that was asked for.</summary>
    public int Scale { get; init; } = 100;

    /// <summary>The mark between the same person and another, from 0 to <see cref="Scale"/>, as it stood for this check.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether the vendor bills it.</summary>
    public required VendorCharged Charged { get; init; }

    /// <summary>What a further try would need. Nothing repeats a check by itself.</summary>
    public required VendorRetryWith RetryWith { get; init; }

    /// <summary>True when the request went out and nobody knows whether the vendor carried it out and billed it: time-out, reset, an answer that cannot be read.</summary>
    public bool EndUnknown { get; init; }

    /// <summary>False when certainly nothing reached the vendor: no keys, no photo, its breaker open, no connection. Another vendor may be asked then.</summary>
    public bool WasSent => Code is not (OurCodes.NoCredentials or OurCodes.NoPhoto or OurCodes.CircuitOpen or OurCodes.Unreachable);

    /// <summary>The vendor's id of the call (Juhe <c>orderid</c>, Tencent <c>RequestId</c> or <c>session_id</c>, Linkface <c>request_id</c>).</summary>
    public string? RequestId { get; init; }

    /// <summary>The photo's id at the vendor, for <see cref="PhotoCheckRequest.ImageId"/>; Linkface alone.</summary>
    public string? ImageId { get; init; }

    /// <summary>How long to wait before asking again, where somebody said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The answer as it came; null when none did. May hold personal data: encrypt it, never log it.</summary>
    public string? RawBody { get; init; }

    /// <summary>Leaves the answer out, so that logging leaks nothing.</summary>
    /// <returns>Vendor, outcome and code.</returns>
    public override string ToString() => $"{Vendor} {Outcome} ({Code})";
}
