using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>A token's charges as our own rules expect them, beside what the vendor's record says.</summary>
internal static class ChargeFacts
{
    public static AccountFacts Of(TokenFile file, VerificationRecord record, IEnumerable<PostedCharge> posted) => new()
    {
        Attempts = [.. file.Attempts.OrderBy(attempt => attempt.Order).Select(attempt => Of(attempt, file.Session.Terms, record))],
        Totals = new ToldTotals(record.VerifyCount, record.VerifyChargeCount, record.MatchChargeCount, record.OcrChargeCount, record.LiveChargeCount),
        Posted = [.. posted],
        ReadsCards = file.Session.Terms.ReadsCards,
        IsFinal = file.Token.EndedAtUtc is not null,
    };

    public static IReadOnlyList<ServiceCount> Of(VerificationStatistics statistics) =>
    [
        .. from service in statistics.Services
           // A service that was not called has no counts and is named all the same.
           from count in service.Counts.DefaultIfEmpty()
           select new ServiceCount(service.Service, count?.Code ?? "", count?.Count ?? 0),
    ];

    private static AttemptCharge Of(Attempt attempt, PlanTerms terms, VerificationRecord record)
    {
        var told = record.Attempts.FirstOrDefault(one => one.Order == attempt.Order);
        return new AttemptCharge(attempt.Order, attempt.Code, OutcomeMapper.ExpectedCharge(attempt, terms),
            terms.Source == ComparisonSource.OwnPhoto ? ChargeType.Match : ChargeType.Verify,
            told?.IsCharged, told is null ? ChargeType.Unknown : VendorCharges.TypeOf(told.ChargeType, record), told?.IsOcrCharged ?? false, told?.OcrCount);
    }
}
