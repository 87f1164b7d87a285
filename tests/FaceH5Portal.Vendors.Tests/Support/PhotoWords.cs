using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>The sandbox's words for vendors and their codes.</summary>
internal static class PhotoWords
{
    /// <summary>As scripts and books of the sandbox call a vendor.</summary>
    public static string Key(PhotoVendor vendor) => vendor switch
    {
        PhotoVendor.Juhe => "juhe",
        PhotoVendor.TencentLegacy => "tencent",
        PhotoVendor.TencentV2 => "tencentV2",
        _ => "linkface",
    };

    /// <summary>What stands behind 测试 for a row of a table: letters and digits alone.</summary>
    public static string Magic(string code) => code switch
    {
        "FailedOperation.CompareLowSimilarity" => "score26.04",
        "AuthFailure*" => "AuthFailureSignatureFailure",
        "UnauthorizedOperation*" => "UnauthorizedOperationArrears",
        _ => code.Replace("FailedOperation.", "", StringComparison.Ordinal).Replace("id_name_result", "idname", StringComparison.Ordinal)
            .Replace("_result", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimEnd('*'),
    };
}
