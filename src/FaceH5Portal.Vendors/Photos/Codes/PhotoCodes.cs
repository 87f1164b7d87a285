namespace FaceH5Portal.Vendors.Photos.Codes;

/// <summary>What each vendor's codes mean. Numbers collide between vendors, so that a code says nothing without its vendor.</summary>
public static class PhotoCodes
{
    private static readonly Dictionary<PhotoVendor, PhotoCodeTable> Tables = new()
    {
        [PhotoVendor.Juhe] = PhotoCodeTable.Load("juhe-codes.tsv"),
        [PhotoVendor.TencentLegacy] = PhotoCodeTable.Load("tencent-legacy-codes.tsv"),
        [PhotoVendor.TencentV2] = PhotoCodeTable.Load("tencent-codes.tsv"),
        [PhotoVendor.Linkface] = PhotoCodeTable.Load("linkface-codes.tsv"),
    };

    private static readonly PhotoCodeTable Ours = PhotoCodeTable.Load("photo-codes.tsv");

    /// <summary>Every listed code of a vendor, in the order of its document.</summary>
    /// <param name="vendor">Whose.</param>
    /// <returns>The entries.</returns>
    public static IReadOnlyList<PhotoCodeEntry> Listed(PhotoVendor vendor) => [.. Tables[vendor].Rows.Where(row => row.IsListed)];

    /// <summary>What is known about a code.</summary>
    /// <param name="vendor">Whose.</param>
    /// <param name="code">As <see cref="PhotoCheckResult.Code"/> gives it, words of ours included.</param>
    /// <returns>Its entry; for a code nobody told us about one with <see cref="PhotoCodeEntry.IsListed"/> false. Never null.</returns>
    public static PhotoCodeEntry Of(PhotoVendor vendor, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Ours.Find(code) ?? Tables[vendor].Of(code);
    }
}
