namespace FaceH5Portal.Core.Overview;

/// <summary>Where a day begins for those who read the numbers.</summary>
public sealed record OverviewZone(TimeZoneInfo Zone)
{
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    public DateTime BeginUtc(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        // A clock that is put forward at midnight has no such hour; the next one is meant.
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
    }
}
