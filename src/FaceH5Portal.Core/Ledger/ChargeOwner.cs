using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Whom a charge belongs to, and how it is priced.</summary>
public sealed record ChargeOwner(Guid SessionId, Guid VerifyTokenId, Guid PlanId, string? Reference, Tariff Tariff);
