namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>How a session's charges are priced: by the price list of its plan, else by the plan's own two prices, in 1/10,000 CNY.</summary>
public sealed record Tariff(Guid? PriceListId, long ComparisonPrice, long OcrPrice)
{
    public long OwnPriceOf(ChargeType type) => type switch
    {
        ChargeType.Verify or ChargeType.Match => ComparisonPrice,
        ChargeType.Ocr => OcrPrice,
        _ => 0,
    };
}
