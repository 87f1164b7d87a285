namespace FaceH5Portal.Web.Demo;

/// <summary>When people are asked to verify themselves: by day, and less at weekends, as seen from China.</summary>
internal sealed class DemoCalendar(DemoDice dice)
{
    private const int FirstHour = 8;
    private const int LastHour = 22;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public IEnumerable<DateTime> Arrivals(DateTime fromUtc, int days)
    {
        for (var day = (fromUtc + China).Date; day <= (fromUtc + China).Date.AddDays(days); day = day.AddDays(1))
        {
            var busy = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            for (var left = dice.From(busy ? 14 : 5, busy ? 22 : 9); left > 0; left--)
            {
                var at = DateTime.SpecifyKind(day.AddSeconds(dice.From(FirstHour * 3600, LastHour * 3600)) - China, DateTimeKind.Utc);
                if (at >= fromUtc)
                    yield return at;
            }
        }
    }
}
