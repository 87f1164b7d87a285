using FaceH5Portal.Core.Alarming;

namespace FaceH5Portal.Core.Tests.Alarming;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    // Hours of Shanghai, which is eight ahead.
    [InlineData("22:00", "07:00", "2026-03-01T13:59", "2026-03-01T13:59")]
    [InlineData("22:00", "07:00", "2026-03-01T14:00", "2026-03-01T23:00")]
    [InlineData("22:00", "07:00", "2026-03-01T20:00", "2026-03-01T23:00")]
    [InlineData("22:00", "07:00", "2026-03-01T23:00", "2026-03-01T23:00")]
    [InlineData("12:00", "14:00", "2026-03-01T05:00", "2026-03-01T06:00")]
    [InlineData("12:00", "12:00", "2026-03-01T04:00", "2026-03-01T04:00")]
    public void A_warning_waits_for_their_end(string from, string until, string now, string then) =>
        Assert.Equal(Utc(then), QuietHours.WhenToTell(Terms(from, until), AlarmSeverity.Warning, Utc(now), Shanghai));

    [Fact]
    public void What_is_critical_waits_for_nothing() => Assert.Equal(
        Utc("2026-03-01T20:00"), QuietHours.WhenToTell(Terms("22:00", "07:00"), AlarmSeverity.Critical, Utc("2026-03-01T20:00"), Shanghai));

    [Fact]
    public void An_end_that_a_clock_leaves_out_is_the_next_hour() => Assert.Equal(Utc("2026-03-29T01:30"), QuietHours.WhenToTell(
        Terms("22:00", "02:30"), AlarmSeverity.Advice, Utc("2026-03-29T00:30"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    private static AlarmRuleTerms Terms(string from, string until) =>
        new() { Rule = AlarmRule.Disk, Threshold = 1, QuietFrom = Hour(from), QuietUntil = Hour(until) };

    private static TimeOnly Hour(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
