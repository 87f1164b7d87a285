namespace FaceH5Portal.Vendors;

/// <summary>Whether an answer stands for a charged call.</summary>
public enum VendorCharged
{
    /// <summary>The vendor bills it.</summary>
    Yes,

    /// <summary>It is free.</summary>
    No,

    /// <summary>No source says, or nobody knows whether the vendor did its work.</summary>
    Unknown,
}
