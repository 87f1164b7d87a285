using System.ComponentModel;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>How a photo check ended, and what it cost.</summary>
internal sealed record PhotoCheckAnswer
{
    public required Guid Id { get; init; }

    [Description("Who was asked, or would have been where nobody could be reached.")]
    public required PhotoVendor Vendor { get; init; }

    [Description("endUnknown: it went out, and nobody knows whether it was carried out and charged. It is never sent again by itself.")]
    public required PhotoCheckState State { get; init; }

    [Description("Null until the vendor has ended.")]
    public required Outcome? Outcome { get; init; }

    [Description("Why there is no verdict; null unless the outcome is providerError.")]
    public required PhotoErrorKind? ErrorKind { get; init; }

    [Description("The vendor's own code, or a word of the portal's.")]
    public required string? Code { get; init; }

    public required string? Message { get; init; }

    [Description("From 0 to scale; at or above threshold it is the same person. Never to be compared with another vendor's.")]
    public required double? Score { get; init; }

    public required int? Scale { get; init; }

    public required double? Threshold { get; init; }

    public required VendorCharged Charged { get; init; }

    [Description("What a further try would need to end otherwise.")]
    public required RetryWith? RetryWith { get; init; }

    [Description("The vendor's id of the call.")]
    public required string? RequestId { get; init; }

    [Description("Vendors that were chosen before and certainly were not reached.")]
    public required IReadOnlyList<TriedVendorAnswer> Tried { get; init; }

    [Description("The session in whose capture's place it stands; null where it stands alone.")]
    public required Guid? SessionId { get; init; }

    [Description("What was known of that session: no camera that its capture could use, no portrait on file, or a vendor that failed.")]
    public required InsteadCause? InsteadCause { get; init; }

    public required string Purpose { get; init; }

    public required string? Reference { get; init; }

    [Description("Always masked; null once the person is erased.")]
    public required SubjectAnswer? Subject { get; init; }

    public required PhotoAnswer Photo { get; init; }

    public required DateTime ConsentGivenAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime? EndedAt { get; init; }

    [Description("Null for a key without SeeMoney.")]
    public required IReadOnlyList<ChargeAnswer>? Charges { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"photo check {Id}";
}

/// <summary>A vendor that was not reached, and why.</summary>
internal sealed record TriedVendorAnswer(PhotoVendor Vendor, string Code, DateTime At);

/// <summary>The photo as it came, sha256 of that file; and as the vendor was sent it, which is what is kept. The hashes stay when the bytes are gone.</summary>
internal sealed record PhotoAnswer(string Sha256, bool IsDeleted, PhotoFigures Before, PhotoFigures Sent, string SentSha256);
