using System.Globalization;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>A photo check in the words of the operator.</summary>
public static class PhotoCheckText
{
    public static string Vendor(IStringLocalizer<Texts> texts, PhotoVendor vendor) => texts[$"PhotoVendor.{vendor}"];

    public static string Vendors(IStringLocalizer<Texts> texts, IEnumerable<PhotoVendor> vendors) =>
        string.Join(texts["PhotoChecks.And"], vendors.Select(vendor => Vendor(texts, vendor)));

    public static string Charged(IStringLocalizer<Texts> texts, VendorCharged charged) => texts[$"Charged.{charged}"];

    /// <summary>What the vendor's own code means, from its table; null until there is one.</summary>
    public static string? Meaning(PhotoCheck check) =>
        check.Code is { } code ? PhotoCodes.Of(check.Vendor, code).Meaning.In(CultureInfo.CurrentUICulture) : null;

    public static string Score(PhotoCheck check) => $"{Number(check.Score)} / {Number(check.Threshold)}";

    public static string Pixels(PhotoFigures? photo) => photo is null ? FigureText.None : $"{photo.Width}×{photo.Height}";

    public static string Size(PhotoFigures? photo) => photo switch
    {
        null => FigureText.None,
        { Bytes: >= 1024 * 1024 } => (photo.Bytes / 1024.0 / 1024).ToString("0.0' MB'", CultureInfo.CurrentCulture),
        _ => (photo.Bytes / 1024.0).ToString("0.0' KB'", CultureInfo.CurrentCulture),
    };

    public static string Format(PhotoFigures? photo) => photo?.MediaType.Split('/')[^1].ToUpperInvariant() ?? FigureText.None;

    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? FigureText.None;
}
