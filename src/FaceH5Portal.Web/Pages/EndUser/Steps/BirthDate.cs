using System.Globalization;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>A birth date as a date picker sends it, or as somebody types it where there is none.</summary>
internal static class BirthDate
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];

    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
