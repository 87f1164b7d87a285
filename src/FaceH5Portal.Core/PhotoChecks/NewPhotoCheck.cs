using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>What is wanted: one photo, one person, and who shall compare them.</summary>
public sealed record NewPhotoCheck
{
    /// <summary>Each is asked and each may cost; none means the best available.</summary>
    public IReadOnlyList<PhotoVendor> Vendors { get; init; } = [];

    /// <summary>Why the person is checked, as they were told.</summary>
    public required string Purpose { get; init; }

    public string? Reference { get; init; }

    /// <summary>Null only where a session knows the person.</summary>
    public Identity? Person { get; init; }

    /// <summary>Somebody has compared the number with the card, and its check digit is wrong there too.</summary>
    public bool AcceptCheckDigit { get; init; }

    public required byte[] Photo { get; init; }

    public required PhotoConsent Consent { get; init; }

    /// <summary>In whose capture's place the photo stands; null where it stands alone.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Why, of the causes that the session's facts bear out; null for the first of them.</summary>
    public InsteadCause? Instead { get; init; }

    /// <summary>Set when the request may come again: the first check is then noted as its effect.</summary>
    public RepeatableCall? Call { get; init; }

    /// <summary>Tells nothing of the person.</summary>
    public override string ToString() => $"photo check with {(Vendors.Count == 0 ? "the best available" : string.Join(", ", Vendors))}";
}

/// <summary>What the person agreed to before: words that name every vendor that may be asked.</summary>
/// <param name="Version">Which edition of the words.</param>
/// <param name="Text">The words, whole.</param>
/// <param name="Language">Their language.</param>
/// <param name="GivenAtUtc">When the person said yes.</param>
public sealed record PhotoConsent(string Version, string Text, string Language, DateTime GivenAtUtc);

/// <summary>Checks that were made, in the order of the vendors asked for.</summary>
public sealed record MadePhotoChecks(Guid GroupId, IReadOnlyList<Guid> CheckIds);
