namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>How far a check has come. Only <see cref="Asked"/> is not final.</summary>
public enum PhotoCheckState
{
    /// <summary>Stored before the request goes out: from here on it may cost.</summary>
    Asked,

    /// <summary>The vendor answered, be it with a fault of its own.</summary>
    Answered,

    /// <summary>It went out, and nobody knows whether the vendor carried it out and billed it. It is never asked again by itself.</summary>
    EndUnknown,

    /// <summary>Nothing went out: no vendor could be reached.</summary>
    NotSent,
}
