namespace FaceH5Portal.Vendors.Photos;

/// <summary>Why there was no verdict.</summary>
public enum PhotoErrorKind
{
    /// <summary>Keys, permission, money or address: somebody has to set something right.</summary>
    Config,

    /// <summary>The request itself was wrong: a name or a number that is not well formed, a parameter missing.</summary>
    InvalidInput,

    /// <summary>Too many calls.</summary>
    Quota,

    /// <summary>The vendor, or the source behind it, failed; or its answer cannot be understood.</summary>
    Upstream,

    /// <summary>No answer arrived.</summary>
    Transport,
}
