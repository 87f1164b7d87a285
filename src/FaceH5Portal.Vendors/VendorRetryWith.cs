namespace FaceH5Portal.Vendors;

/// <summary>What a further try would need to end otherwise.</summary>
public enum VendorRetryWith
{
    /// <summary>Nothing new: the person simply tries again.</summary>
    SameRequest,

    /// <summary>Another picture.</summary>
    NewPhoto,

    /// <summary>Time.</summary>
    Later,

    /// <summary>The same request never ends otherwise; something else has to change first.</summary>
    Never,
}
