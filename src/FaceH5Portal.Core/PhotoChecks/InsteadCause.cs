namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>Why a photo is checked instead of a session's capture.</summary>
public enum InsteadCause
{
    /// <summary>The person has no camera that the capture can use; no attempt was made.</summary>
    NoCamera,

    /// <summary>The vendor of the capture has no portrait to compare with.</summary>
    NoPortrait,

    /// <summary>The vendor of the capture failed.</summary>
    Outage,
}
