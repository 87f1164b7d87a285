using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>One comparison of a photo with the portrait on file, by one vendor. Who it is about is known to its subject alone.</summary>
public sealed class PhotoCheck : IRow
{
    /// <summary>Of its charge in the ledger: it has one only.</summary>
    public const int ChargeOrder = 1;

    public required Guid Id { get; init; }

    /// <summary>Checks of one photo with several vendors are one group; it bears the id of the first. Evidence and looks are filed under it.</summary>
    public required Guid GroupId { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>The session in whose place it stands; null where it stands alone.</summary>
    public Guid? SessionId { get; init; }

    public InsteadCause? InsteadCause { get; init; }

    /// <summary>Whom its charges are filed under: the session, so that it shows its whole cost, or the group where there is none.</summary>
    internal Guid ChargedTo => SessionId ?? GroupId;

    public required PhotoVendor Vendor { get; set; }

    /// <summary>Whether the vendor was chosen by us: the best available.</summary>
    public bool IsBest { get; init; }

    /// <summary>Vendors that were chosen before and could not be reached.</summary>
    public IReadOnlyList<TriedVendor> Tried { get; set; } = [];

    public required string Purpose { get; init; }

    /// <summary>The caller's own word.</summary>
    public string? Reference { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public required string ConsentVersion { get; init; }

    /// <summary>Finds the words that were agreed to; they name the vendor.</summary>
    public required string ConsentSha256 { get; init; }

    public required string ConsentLanguage { get; init; }

    public required DateTime ConsentedAtUtc { get; init; }

    /// <summary>The photo as the vendor was sent it; checks whose vendors were sent the same share it.</summary>
    public required Guid PhotoId { get; set; }

    public PhotoCheckState State { get; set; }

    /// <summary>When it went to the vendor it has now.</summary>
    public required DateTime AskedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>The photo as it was handed in; of that only these figures and its hash are kept.</summary>
    public required PhotoFigures Before { get; init; }

    /// <summary>What the vendor was sent.</summary>
    public required PhotoFigures Sent { get; set; }

    public required string SentSha256 { get; set; }

    /// <summary>The vendor's answer as it came; null where none did.</summary>
    public Guid? AnswerId { get; set; }

    /// <summary>Null until there is one.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>Why there is no verdict.</summary>
    public PhotoErrorKind? ErrorKind { get; set; }

    /// <summary>The vendor's raw code, or a word of ours.</summary>
    public string? Code { get; set; }

    /// <summary>The vendor's own words, without the person.</summary>
    public string? Message { get; set; }

    public double? Score { get; set; }

    public int? Scale { get; set; }

    public double? Threshold { get; set; }

    public VendorCharged Charged { get; set; } = VendorCharged.No;

    public RetryWith? RetryWith { get; set; }

    /// <summary>The vendor's id of the call.</summary>
    public string? RequestId { get; set; }

    /// <summary>What counts against caps of money while nobody knows whether it was charged, in 1/10,000 CNY.</summary>
    public long? MayCost { get; set; }

    /// <summary>Who found out whether an unknown end was charged, and how.</summary>
    public string? SettledBy { get; set; }

    public string? SettledReason { get; set; }

    public int Version { get; set; }

    public bool IsOver => State != PhotoCheckState.Asked;
}
