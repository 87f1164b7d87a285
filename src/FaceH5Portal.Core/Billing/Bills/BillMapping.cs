using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Bills;

/// <summary>What a column of the vendor's bill holds.</summary>
public enum BillColumn
{
    Day,
    Item,
    Quantity,
    Amount,

    /// <summary>May be missing; where it is there, it must say CNY.</summary>
    Currency,
}

/// <summary>Which word of the vendor's bill means which type of charge.</summary>
public sealed record BillItem(string Word, ChargeType Type);

/// <summary>How the vendor's bill is read: its heads, and its words for what it charges.</summary>
public sealed record BillMapping
{
    public static readonly BillMapping Usual = new()
    {
        Heads = new Dictionary<BillColumn, string>
        {
            [BillColumn.Day] = "消费日期",
            [BillColumn.Item] = "计费项",
            [BillColumn.Quantity] = "用量",
            [BillColumn.Amount] = "金额",
            [BillColumn.Currency] = "币种",
        },
        Items = [new("人脸实名认证", ChargeType.Verify), new("人脸对比", ChargeType.Match), new("身份证识别", ChargeType.Ocr), new("活体检测", ChargeType.Live)],
    };

    /// <summary>No source shows a photo vendor's bill; its words are for who has one to say.</summary>
    public static BillMapping UsualOf(BillVendor vendor) => vendor == BillVendor.Baidu ? Usual : Usual with { Items = [] };

    public required IReadOnlyDictionary<BillColumn, string> Heads { get; init; }

    public required IReadOnlyList<BillItem> Items { get; init; }
}

/// <summary>The mapping that was used last for a vendor's bill; one row of each.</summary>
public sealed class SavedBillMapping
{
    public required int Id { get; init; }

    public static int IdOf(BillVendor vendor) => (int)vendor + 1;

    public required BillMapping Mapping { get; set; }
}

internal sealed class SavedBillMappingConfiguration : IEntityTypeConfiguration<SavedBillMapping>
{
    public void Configure(EntityTypeBuilder<SavedBillMapping> builder)
    {
        builder.ToTable("BillMappings").HasKey(saved => saved.Id);
        builder.Property(saved => saved.Id).ValueGeneratedNever();
        builder.Property(saved => saved.Mapping).IsJson();
    }
}
