using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Choosing;

/// <summary>The names by which people know the vendors: a consent has to use one of them.</summary>
public static class VendorNames
{
    private static readonly Dictionary<PhotoVendor, string[]> Names = new()
    {
        [PhotoVendor.Juhe] = ["聚合数据", "Juhe"],
        [PhotoVendor.TencentV2] = ["腾讯云", "腾讯", "Tencent"],
        [PhotoVendor.TencentLegacy] = ["腾讯云", "腾讯", "Tencent"],
        [PhotoVendor.Linkface] = ["Linkface"],
    };

    public static string Of(PhotoVendor vendor) => Names[vendor][0];

    public static bool IsNamedIn(string text, PhotoVendor vendor) =>
        Array.Exists(Names[vendor], name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
}
