namespace FaceH5Portal.Core.Subjects;

/// <summary>Which day it is where the authority is: a birthday begins at midnight in Beijing.</summary>
public static class ChinaDate
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
