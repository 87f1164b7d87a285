using FaceH5Portal.Core.Ledger;

namespace FaceH5Portal.Core.Billing.Bills;

/// <summary>Who sends a bill of its own each month.</summary>
public enum BillVendor
{
    Baidu,
    Juhe,
    Tencent,
    Linkface,
}

public static class BillVendors
{
    public static BillVendor Of(ChargeType type) => type switch
    {
        ChargeType.JuhePhoto => BillVendor.Juhe,
        ChargeType.TencentPhoto or ChargeType.TencentRetiredPhoto => BillVendor.Tencent,
        ChargeType.LinkfacePhoto => BillVendor.Linkface,
        _ => BillVendor.Baidu,
    };

    /// <summary>What can stand on a vendor's bill.</summary>
    public static IReadOnlyList<ChargeType> TypesOf(BillVendor vendor) => [.. Enum.GetValues<ChargeType>().Where(type => Of(type) == vendor)];
}
