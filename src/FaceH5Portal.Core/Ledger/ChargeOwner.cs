using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Whom a charge belongs to, how it is priced, and whether it had to be.</summary>
/// <param name="SessionId">The session, or the group of photo checks where there is none.</param>
/// <param name="VerifyTokenId">What the vendor bills: a token, or a photo check.</param>
/// <param name="PlanId">None for photo checks.</param>
/// <param name="Reference">The caller's own word.</param>
/// <param name="Tariff">What it costs.</param>
public sealed record ChargeOwner(Guid SessionId, Guid VerifyTokenId, Guid PlanId, string? Reference, Tariff Tariff)
{
    public AvoidableCause Avoidable { get; init; }

    /// <summary>A photo check has no plan.</summary>
    public static Guid NoPlan => Guid.Empty;
}
