namespace FaceH5Portal.Vendors;

/// <summary>Why a vendor call failed. Safe to log: it never holds a URL, a token or personal data.</summary>
/// <param name="Kind">The reason, in our terms.</param>
/// <param name="Code">The vendor's raw code as text (<c>283437</c>, <c>110</c>, <c>invalid_client</c>), <c>http-503</c> for a bare HTTP status, or a word of ours; null when there is none.</param>
/// <param name="Message">One English sentence, ending with the vendor's own words where it gave some, stripped of anything that looks like a token, number or URL.</param>
/// <param name="MayHaveExecuted">True when a call that changes something (mint, submit, upload) ended so that the vendor may have carried it out: it must not be sent again. Always false for queries.</param>
public sealed record VendorFault(VendorFaultKind Kind, string? Code, string Message, bool MayHaveExecuted)
{
    /// <summary>
    /// How long to wait before asking again, counted from the moment of this answer: the vendor's own word (at most 1 hour), or the pause this client keeps.
    /// Never negative; null when nobody said.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
