namespace FaceH5Portal.Vendors.Photos;

/// <summary>What a vendor takes as a photo.</summary>
public sealed record PhotoLimits
{
    /// <summary>Kinds of file it takes.</summary>
    public required PhotoFormats Formats { get; init; }

    /// <summary>Largest file, in bytes, base64 already reckoned with where the photo travels as such.</summary>
    public required int MaxBytes { get; init; }

    /// <summary>Longest side, in pixels; null where nobody says.</summary>
    public int? MaxLongSide { get; init; }

    /// <summary>Longest shorter side, in pixels; null where nobody says.</summary>
    public int? MaxShortSide { get; init; }

    /// <summary>Least width and height, in pixels. Default 1.</summary>
    public int MinSide { get; init; } = 1;

    /// <summary>The longest side the vendor compares best at; larger photos are worth shrinking to it. Null where nobody says.</summary>
    public int? BestLongSide { get; init; }

    /// <summary>Least width and height of the face itself, in pixels; null where nobody says.</summary>
    public int? MinFaceSide { get; init; }

    /// <summary>Whether the vendor fetches a photo by its address.</summary>
    public bool TakesUrl { get; init; }

    /// <summary>Whether it takes the id of a photo it has kept.</summary>
    public bool TakesImageId { get; init; }

    /// <summary>The most bytes of which base64 makes no more than this many characters.</summary>
    internal static int BytesIn(int base64Characters) => base64Characters / 4 * 3;
}
