using System.Globalization;

namespace FaceH5Portal.Web.Display;

/// <summary>A day of the viewer's as an address has it, and when it begins.</summary>
public static class ViewerDay
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null for what can be no day that anybody means.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    public static string? Written(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTime Begin(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // In some zones a day begins an hour late when the clocks go forward.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }
}
