namespace FaceH5Portal.Vendors.Photos.Codes;

/// <summary>All that is known about one code of a vendor's.</summary>
public sealed record PhotoCodeEntry
{
    /// <summary>The code, or the start of the codes it stands for and <c>*</c>.</summary>
    public required string Code { get; init; }

    /// <summary>False for the row that speaks for every code nobody told us about.</summary>
    public bool IsListed => Code != "*";

    /// <summary>What it means; where a score decides, what it means with a score on the good side.</summary>
    public required PhotoOutcome Outcome { get; init; }

    /// <summary>Why there is no verdict; null unless <see cref="PhotoOutcome.ProviderError"/>.</summary>
    public PhotoErrorKind? ErrorKind { get; init; }

    /// <summary>Whether the vendor bills it, where its answer does not say so itself.</summary>
    public required VendorCharged Charged { get; init; }

    /// <summary>What a further try would need.</summary>
    public required VendorRetryWith RetryWith { get; init; }

    /// <summary>For the operator: what happened and what to do.</summary>
    public required VendorText Meaning { get; init; }
}
