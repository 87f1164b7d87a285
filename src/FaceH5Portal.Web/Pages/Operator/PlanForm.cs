using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Web.Pages.Operator;

/// <summary>A plan while it is being typed; prices in yuan, as people write them.</summary>
internal sealed class PlanForm
{
    public string Name { get; set; } = "";

    public string VendorPlanId { get; set; } = "";

    public string Purpose { get; set; } = "";

    public ComparisonSource Source { get; set; }

    public IdentityEntry Entry { get; set; } = IdentityEntry.Specified;

    public bool UrlStays { get; set; }

    public bool Recording { get; set; }

    public bool EarlyProbes { get; set; }

    public int Threshold { get; set; } = 80;

    public ControlLevel QualityControl { get; set; }

    public ControlLevel LivenessControl { get; set; }

    public int MaxAttempts { get; set; } = 3;

    public int LinkLifetimeHours { get; set; } = 72;

    public int RetentionDays { get; set; } = 3;

    public string? RetentionPurpose { get; set; }

    /// <summary>The other clocks have a page of their own.</summary>
    private PlanTerms? Before { get; init; }

    public Guid? PriceListId { get; set; }

    public decimal ComparisonPrice { get; set; } = 0.8m;

    public decimal OcrPrice { get; set; }

    public static PlanForm Of(PlanTerms terms) => new()
    {
        Name = terms.Name,
        VendorPlanId = terms.VendorPlanId,
        Purpose = terms.Purpose,
        Source = terms.Source,
        Entry = terms.Entry,
        UrlStays = terms.UrlStaysOnFailure,
        Recording = terms.Recording,
        EarlyProbes = terms.EarlyProbes,
        Threshold = terms.Threshold,
        QualityControl = terms.QualityControl,
        LivenessControl = terms.LivenessControl,
        MaxAttempts = terms.MaxAttempts,
        LinkLifetimeHours = terms.LinkLifetimeHours,
        RetentionDays = terms.RetentionDays,
        RetentionPurpose = terms.RetentionPurpose,
        Before = terms,
        PriceListId = terms.PriceListId,
        ComparisonPrice = Money.ToYuan(terms.ComparisonPrice),
        OcrPrice = Money.ToYuan(terms.OcrPrice),
    };

    public PlanTerms ToTerms() => new()
    {
        Name = Name.Trim(),
        VendorPlanId = VendorPlanId.Trim(),
        Purpose = Purpose.Trim(),
        Source = Source,
        Entry = Entry,
        UrlStaysOnFailure = UrlStays,
        Recording = Recording,
        EarlyProbes = EarlyProbes,
        Threshold = Threshold,
        QualityControl = QualityControl,
        LivenessControl = LivenessControl,
        MaxAttempts = MaxAttempts,
        LinkLifetimeHours = LinkLifetimeHours,
        RetentionDays = RetentionDays,
        RetentionPurpose = string.IsNullOrWhiteSpace(RetentionPurpose) ? null : RetentionPurpose.Trim(),
        FaceDays = Before?.FaceDays,
        VideoDays = Before?.VideoDays,
        CardDays = Before?.CardDays,
        IdentityDays = Before?.IdentityDays,
        ScoreDays = Before?.ScoreDays,
        PriceListId = PriceListId,
        ComparisonPrice = Money.FromYuan(ComparisonPrice),
        OcrPrice = Money.FromYuan(OcrPrice),
    };
}
