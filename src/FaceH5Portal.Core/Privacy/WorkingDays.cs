namespace FaceH5Portal.Core.Privacy;

/// <summary>Counts in working days: not on Saturday and Sunday, nor on the holidays of the settings, but on the days that make up for one.</summary>
public sealed class WorkingDays(PrivacySettings settings)
{
    public bool Is(DateOnly day) => settings.ExtraWorkingDays.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !settings.Holidays.Contains(day));

    /// <summary>The last of so many working days; the first is the one after.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        for (var left = count; left > 0;)
            if (Is(day = day.AddDays(1)))
                left--;
        return day;
    }

    /// <summary>How many are left after today until then; fewer than none when it is past.</summary>
    public int Left(DateOnly today, DateOnly until) => until < today ? -Between(until, today) : Between(today, until);

    private int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day < until;)
            if (Is(day = day.AddDays(1)))
                count++;
        return count;
    }
}
