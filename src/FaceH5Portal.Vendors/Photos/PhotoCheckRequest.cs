namespace FaceH5Portal.Vendors.Photos;

/// <summary>Whom a photo shall be compared with, and the photo: at least one of file, address and image id.</summary>
public sealed record PhotoCheckRequest
{
    /// <summary>The name on the ID card.</summary>
    public required string Name { get; init; }

    /// <summary>The ID card's number, 18 characters.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Ours, one for each check: 1 to 32 letters and digits. Linkface <c>sequence_id</c>, Tencent <c>session_id</c>; the others have no place for it.</summary>
    public required string Reference { get; init; }

    /// <summary>The photo's bytes, made to fit <see cref="IPhotoCheckClient.Limits"/>.</summary>
    public byte[]? File { get; init; }

    /// <summary>Where the vendor fetches the photo, http or https; only where <see cref="PhotoLimits.TakesUrl"/>.</summary>
    public string? Url { get; init; }

    /// <summary>A photo the vendor has kept, by <see cref="PhotoCheckResult.ImageId"/>; only where <see cref="PhotoLimits.TakesImageId"/>.</summary>
    public string? ImageId { get; init; }

    /// <summary>Lets the vendor look which way up the face is; Linkface alone, and slower.</summary>
    public bool AutoRotate { get; init; }

    /// <summary>Leaves the person out, so that logging leaks nothing.</summary>
    /// <returns>The reference.</returns>
    public override string ToString() => $"{nameof(PhotoCheckRequest)} {Reference}";
}
