using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Finding;

/// <summary>Which checks are looked for; all where nothing is said.</summary>
public sealed record PhotoCheckFilter
{
    public PhotoVendor? Vendor { get; init; }

    public PhotoCheckState? State { get; init; }

    public Outcome? Outcome { get; init; }

    public string? Reference { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>By name or number, or both.</summary>
    public SoughtPerson? Person { get; init; }

    public DateTime? FromUtc { get; init; }

    public DateTime? BeforeUtc { get; init; }

    public const int MostAtOnce = 100;

    public int Limit { get; init; } = 50;

    /// <summary>Where the last page ended.</summary>
    public PhotoCheckPlace? After { get; init; }
}

/// <summary>Where a page of the list ended.</summary>
public sealed record PhotoCheckPlace(DateTime CreatedAtUtc, Guid Id);

/// <summary>A check as a list shows it; the person is always masked.</summary>
/// <param name="Check">The check itself.</param>
/// <param name="Subject">Null once the person is erased.</param>
public sealed record PhotoCheckRow(PhotoCheck Check, SubjectView? Subject);

/// <summary>Checks newest first, and where the next ones begin.</summary>
public sealed record PhotoCheckPage(IReadOnlyList<PhotoCheckRow> Items, PhotoCheckPlace? Next);

/// <summary>All that is known of a check.</summary>
public sealed record PhotoCheckDetail
{
    public required PhotoCheck Check { get; init; }

    /// <summary>The whole group, this one included, in the order they were made.</summary>
    public required IReadOnlyList<PhotoCheck> Group { get; init; }

    /// <summary>Null once the person is erased.</summary>
    public required SubjectView? Subject { get; init; }

    /// <summary>Its bytes are gone once <see cref="EvidenceItem.BlobId"/> is null.</summary>
    public required EvidenceItem Photo { get; init; }

    /// <summary>The vendor's answer as it came; null where none did.</summary>
    public required EvidenceItem? Answer { get; init; }

    /// <summary>The words the person agreed to.</summary>
    public required string ConsentText { get; init; }

    /// <summary>Empty for who may not see money.</summary>
    public required IReadOnlyList<LedgerEntry> Charges { get; init; }

    public required bool IsErased { get; init; }
}
