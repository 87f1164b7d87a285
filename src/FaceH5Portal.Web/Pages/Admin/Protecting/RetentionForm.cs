using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Web.Pages.Admin.Protecting;

/// <summary>The clocks of a plan while they are typed; an empty one is the usual.</summary>
internal sealed class RetentionForm
{
    public required Plan Plan { get; init; }

    public int? Face { get; set; }

    public int? Video { get; set; }

    public int? Card { get; set; }

    public int? Identity { get; set; }

    public int? Scores { get; set; }

    public string? Purpose { get; set; }

    public static RetentionForm Of(Plan plan) => new()
    {
        Plan = plan,
        Face = plan.Terms.FaceDays ?? plan.Terms.RetentionDays,
        Video = plan.Terms.VideoDays ?? plan.Terms.RetentionDays,
        Card = plan.Terms.CardDays ?? plan.Terms.RetentionDays,
        Identity = plan.Terms.IdentityDays,
        Scores = plan.Terms.ScoreDays,
        Purpose = plan.Terms.RetentionPurpose,
    };

    public PlanTerms ToTerms() => Plan.Terms with
    {
        FaceDays = Own(Face),
        VideoDays = Own(Video),
        CardDays = Own(Card),
        IdentityDays = Identity,
        ScoreDays = Scores,
        RetentionPurpose = string.IsNullOrWhiteSpace(Purpose) ? null : Purpose.Trim(),
    };

    /// <summary>What is the same as the plan's goes on following it.</summary>
    private int? Own(int? days) => days == Plan.Terms.RetentionDays ? null : days;
}
