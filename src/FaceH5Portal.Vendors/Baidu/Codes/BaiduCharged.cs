namespace FaceH5Portal.Vendors.Baidu.Codes;

/// <summary>Whether a code stands for a charged comparison. The bill itself is <see cref="VendorAttempt.IsCharged"/>.</summary>
public enum BaiduCharged
{
    /// <summary>The comparison was reached, and is charged in plans that compare.</summary>
    Yes,

    /// <summary>The attempt ended before the comparison, or no attempt took place.</summary>
    No,

    /// <summary>No source says.</summary>
    Unknown,
}
