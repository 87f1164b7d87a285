namespace FaceH5Portal.Core.Sessions;

/// <summary>How much of what the vendor holds is here.</summary>
public enum HarvestState
{
    NotDue,
    Owed,
    Partial,
    Complete,
    Lost,
}

public enum ReviewState
{
    None,
    Needed,
    Approved,
    Declined,
}

/// <summary>Why a person must look at a session.</summary>
public enum ReviewCause
{
    /// <summary>The vendor calls the attempt risky (risk_level 1 or 2).</summary>
    Risk,

    /// <summary>What was read off the card differs from what the person confirmed.</summary>
    OcrDiffers,

    /// <summary>The vendor's answer does not say who it was.</summary>
    Uncertain,

    /// <summary>The person asked for another way than their face.</summary>
    OtherWay,

    /// <summary>A photo was checked with another vendor in the place of the capture.</summary>
    PhotoChecked,
}

public enum PrivacyState
{
    Full,
    MediaDeleted,
    Redacted,
}
