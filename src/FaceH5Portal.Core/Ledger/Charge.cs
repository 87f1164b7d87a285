namespace FaceH5Portal.Core.Ledger;

/// <summary>One billed call as the vendor states it; several where only a total is known.</summary>
public sealed record Charge(int Order, ChargeType Type, string RawType, int Quantity, DateTime? ChargedAtUtc);
