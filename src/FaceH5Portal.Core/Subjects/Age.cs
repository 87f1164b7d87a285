namespace FaceH5Portal.Core.Subjects;

/// <summary>The law protects people under 14: their parents or guardians decide (PIPL 31).</summary>
public static class Age
{
    public const int OfOwnConsent = 14;

    private const int EarliestYear = 1880;

    public static bool IsPossible(DateOnly born, DateOnly today) => born <= today && born.Year >= EarliestYear;

    public static bool IsMinor(DateOnly born, DateOnly today) => born.AddYears(OfOwnConsent) > today;
}
