namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>Calls the vendor gives away once, before the first that costs. They do not count towards a month's volume.</summary>
public sealed record FreeUnits(ChargeType Type, int Units);
