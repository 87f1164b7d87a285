namespace FaceH5Portal.Vendors.Photos;

/// <summary>What a photo check means, the same words for every vendor.</summary>
public enum PhotoOutcome
{
    /// <summary>The photo shows the person on file.</summary>
    Match,

    /// <summary>The photo shows somebody else.</summary>
    NoMatch,

    /// <summary>The vendor cannot tell, or the comparison failed on its side of the picture.</summary>
    Uncertain,

    /// <summary>Name and ID number do not belong together.</summary>
    IdentityMismatch,

    /// <summary>The ID number is not on file.</summary>
    IdentityNotFound,

    /// <summary>There is no portrait on file, or none that can be compared with.</summary>
    NoPortraitOnFile,

    /// <summary>The photo given cannot be used: no face, too many, too poor, no picture at all.</summary>
    PhotoUnusable,

    /// <summary>The photo does not show a live person.</summary>
    LivenessFailed,

    /// <summary>No verdict on the person: <see cref="PhotoCheckResult.ErrorKind"/> says why.</summary>
    ProviderError,
}
