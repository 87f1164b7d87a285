using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Plans;

public static class PlanRules
{
    public const int LongestText = 100;

    /// <summary>In days; pictures are kept longer only for a stated purpose.</summary>
    public const int UsualRetention = 3;

    public const int LongestRetention = 30;

    /// <summary>The vendor tells of a verification for three days after it: until then all of it is needed.</summary>
    public const int ShortestFacts = 4;

    public const int LongestFacts = 3650;

    public static List<PortalError> Check(PlanTerms terms)
    {
        var errors = new List<PortalError>();
        Text(errors, nameof(PlanTerms.Name), terms.Name);
        Text(errors, nameof(PlanTerms.Purpose), terms.Purpose);
        if (terms.VendorPlanId.Length is 0 or > 20 || !terms.VendorPlanId.All(char.IsAsciiDigit))
            errors.Add(new PortalError("plan-vendor-id", nameof(PlanTerms.VendorPlanId)));
        Range(errors, nameof(PlanTerms.Threshold), terms.Threshold, 0, 100);
        Range(errors, nameof(PlanTerms.MaxAttempts), terms.MaxAttempts, 1, 10);
        Range(errors, nameof(PlanTerms.LinkLifetimeHours), terms.LinkLifetimeHours, 1, 720);
        Retention(errors, terms);
        Range(errors, nameof(PlanTerms.ComparisonPrice), terms.ComparisonPrice, 0, 10_000_000);
        Range(errors, nameof(PlanTerms.OcrPrice), terms.OcrPrice, 0, 10_000_000);
        if (terms.Source != ComparisonSource.Authority && terms.Entry == IdentityEntry.Specified)
            errors.Add(new PortalError("plan-entry-without-authority", nameof(PlanTerms.Entry)));
        if (terms.Source == ComparisonSource.Authority && terms.Entry == IdentityEntry.None)
            errors.Add(new PortalError("plan-authority-without-entry", nameof(PlanTerms.Entry)));
        return errors;
    }

    private static void Retention(List<PortalError> errors, PlanTerms terms)
    {
        Range(errors, nameof(PlanTerms.RetentionDays), terms.RetentionDays, 1, LongestRetention);
        Range(errors, nameof(PlanTerms.FaceDays), terms.FaceDays ?? UsualRetention, 1, LongestRetention);
        Range(errors, nameof(PlanTerms.VideoDays), terms.VideoDays ?? UsualRetention, 1, LongestRetention);
        Range(errors, nameof(PlanTerms.CardDays), terms.CardDays ?? UsualRetention, 1, LongestRetention);
        Range(errors, nameof(PlanTerms.IdentityDays), terms.IdentityDays ?? LongestFacts, ShortestFacts, LongestFacts);
        Range(errors, nameof(PlanTerms.ScoreDays), terms.ScoreDays ?? LongestFacts, ShortestFacts, LongestFacts);
        if (terms.LongestDays > UsualRetention && string.IsNullOrWhiteSpace(terms.RetentionPurpose))
            errors.Add(new PortalError("retention-purpose-missing", nameof(PlanTerms.RetentionPurpose), UsualRetention));
        if (terms.RetentionPurpose?.Length > LongestText)
            errors.Add(new PortalError("text-too-long", nameof(PlanTerms.RetentionPurpose), LongestText));
    }

    private static void Text(List<PortalError> errors, string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new PortalError("text-required", field));
        else if (text.Length > LongestText)
            errors.Add(new PortalError("text-too-long", field, LongestText));
    }

    private static void Range(List<PortalError> errors, string field, long value, long least, long most)
    {
        if (value < least || value > most)
            errors.Add(new PortalError("number-out-of-range", field, least, most));
    }
}
