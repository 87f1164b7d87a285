using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>What the next launch of a plan costs when it comes to a verdict: one comparison, and a certificate read where the plan has it.</summary>
internal static class LaunchCost
{
    public static async Task<long> OfAsync(PortalWrite write, PlanTerms terms, DateOnly today, CancellationToken cancellationToken)
    {
        var comparison = terms.Source switch
        {
            ComparisonSource.LivenessOnly => ChargeType.Live,
            ComparisonSource.OwnPhoto => ChargeType.Match,
            _ => ChargeType.Verify,
        };
        var cost = await PriceBook.NextAsync(write.Context, terms.Tariff, comparison, today, cancellationToken);
        return terms.ReadsCards ? cost + await PriceBook.NextAsync(write.Context, terms.Tariff, ChargeType.Ocr, today, cancellationToken) : cost;
    }
}
