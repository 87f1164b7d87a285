namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>How charges are priced: by a price list, else by two prices of the plan's or the photo vendor's own, in 1/10,000 CNY.</summary>
public sealed record Tariff(Guid? PriceListId, long ComparisonPrice, long OcrPrice)
{
    public long OwnPriceOf(ChargeType type) => type switch
    {
        ChargeType.Verify or ChargeType.Match => ComparisonPrice,
        ChargeType.Ocr => OcrPrice,
        var photo when photo.IsPhotoCheck() => ComparisonPrice,
        _ => 0,
    };
}
