using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>What a photo check costs, whom it goes to first, and how long its photo stays.</summary>
public sealed record PhotoCheckSettings
{
    /// <summary>A price that nobody has agreed to: something, so that a budget counts a check whose price was not set.</summary>
    public const long UnsetPrice = 10_000;

    /// <summary>Of one check, in 1/10,000 CNY.</summary>
    public IReadOnlyDictionary<PhotoVendor, long> Prices { get; init; } = new Dictionary<PhotoVendor, long>();

    /// <summary>Prices by day and volume instead, with a line for each vendor's type.</summary>
    public Guid? PriceListId { get; init; }

    /// <summary>By purpose: who is asked first, second and so on. A purpose that is not here goes by price.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PhotoVendor>> Orders { get; init; } = new Dictionary<string, IReadOnlyList<PhotoVendor>>();

    /// <summary>Who receives the photos, by vendor.</summary>
    public IReadOnlyDictionary<PhotoVendor, PhotoRecipient> Recipients { get; init; } = new Dictionary<PhotoVendor, PhotoRecipient>();

    /// <summary>How long the photo stays.</summary>
    public int PhotoDays { get; init; } = 3;

    public Tariff TariffOf(PhotoVendor vendor) => new(PriceListId, Prices.GetValueOrDefault(vendor, UnsetPrice), 0);

    /// <summary>The type by which the ledger, price lists and bills know a vendor's checks.</summary>
    public static ChargeType TypeOf(PhotoVendor vendor) => vendor switch
    {
        PhotoVendor.Juhe => ChargeType.JuhePhoto,
        PhotoVendor.TencentLegacy => ChargeType.TencentRetiredPhoto,
        PhotoVendor.TencentV2 => ChargeType.TencentPhoto,
        PhotoVendor.Linkface => ChargeType.LinkfacePhoto,
        _ => throw new ArgumentOutOfRangeException(nameof(vendor), vendor, "A vendor without a type of charge."),
    };
}
