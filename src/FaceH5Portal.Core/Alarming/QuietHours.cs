namespace FaceH5Portal.Core.Alarming;

/// <summary>When something may be sent out. The hours are those of the portal's zone and may run over midnight.</summary>
public static class QuietHours
{
    /// <summary>Now, or the end of the quiet hours that it falls into.</summary>
    public static DateTime WhenToTell(AlarmRuleTerms terms, AlarmSeverity severity, DateTime nowUtc, TimeZoneInfo zone)
    {
        if (severity == AlarmSeverity.Critical || terms is not { QuietFrom: { } from, QuietUntil: { } until } || from == until)
            return nowUtc;
        var local = TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone);
        if (!TimeOnly.FromDateTime(local).IsBetween(from, until))
            return nowUtc;
        var today = DateOnly.FromDateTime(local);
        var end = TimeOnly.FromDateTime(local) < until ? today.ToDateTime(until) : today.AddDays(1).ToDateTime(until);
        // An hour that a clock which is put forward leaves out is over at the next one.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(end) ? end.AddHours(1) : end, zone);
    }
}
