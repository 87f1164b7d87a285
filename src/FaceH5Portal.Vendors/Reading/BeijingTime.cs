using System.Globalization;

namespace FaceH5Portal.Vendors.Reading;

/// <summary>Vendors write Beijing time without a zone, sometimes unpadded; the product keeps UTC.</summary>
internal static class BeijingTime
{
    private const int EarliestBelievableYear = 2000;

    private static readonly TimeSpan AheadOfUtc = TimeSpan.FromHours(8);

    private static readonly string[] Shapes =
        ["yyyy-M-d H:m:s", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d'T'H:m:s", "yyyy/M/d H:m:s", "yyyyMMddHHmmss"];

    public static DateTime? ToUtc(string? written) =>
        DateTime.TryParseExact(written, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local) && local.Year >= EarliestBelievableYear
            ? DateTime.SpecifyKind(local - AheadOfUtc, DateTimeKind.Utc)
            : null;

    public static TimeSpan UntilMidnight(DateTimeOffset now) => TimeSpan.FromDays(1) - now.ToOffset(AheadOfUtc).TimeOfDay;
}
