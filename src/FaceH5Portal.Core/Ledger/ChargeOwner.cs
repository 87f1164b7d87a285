using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Whom a charge belongs to, how it is priced, and whether it had to be.</summary>
public sealed record ChargeOwner(Guid SessionId, Guid VerifyTokenId, Guid PlanId, string? Reference, Tariff Tariff)
{
    public AvoidableCause Avoidable { get; init; }
}
