namespace FaceH5Portal.Core.Privacy;

/// <summary>What the host says about privacy; read once, at the start.</summary>
public sealed record PrivacySettings
{
    /// <summary>One person asks for the pictures of somebody, and another lets them see.</summary>
    public bool SecondPersonForImages { get; init; }

    /// <summary>People read on their own page who looked at their data, not only in which role.</summary>
    public bool NamesStaff { get; init; }

    /// <summary>No plan is used before its impact is assessed; else that is only shown.</summary>
    public bool AssessmentIsRequired { get; init; }

    /// <summary>Days on which nobody works beside Saturday and Sunday, for deadlines in working days.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Saturdays and Sundays on which people work, as before a long holiday.</summary>
    public IReadOnlySet<DateOnly> ExtraWorkingDays { get; init; } = new HashSet<DateOnly>();
}
