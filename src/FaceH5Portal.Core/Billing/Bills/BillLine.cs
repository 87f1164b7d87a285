using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Bills;

/// <summary>What the vendor's bill says of one day and type.</summary>
public sealed class BillLine
{
    public required DateOnly Day { get; init; }

    public required ChargeType Type { get; init; }

    public required int Quantity { get; init; }

    /// <summary>In 1/10,000 CNY.</summary>
    public required long Amount { get; init; }
}

/// <summary>A vendor's bill of a month as it was imported last.</summary>
public sealed class Bill
{
    public required BillVendor Vendor { get; init; }

    public required DateOnly First { get; init; }

    public string Sha256 { get; set; } = "";

    public string ImportedBy { get; set; } = "";

    public DateTime ImportedAtUtc { get; set; }
}

internal sealed class BillLineConfiguration : IEntityTypeConfiguration<BillLine>
{
    public void Configure(EntityTypeBuilder<BillLine> builder) => builder.ToTable("BillLines").HasKey(line => new { line.Day, line.Type });
}

internal sealed class BillConfiguration : IEntityTypeConfiguration<Bill>
{
    public void Configure(EntityTypeBuilder<Bill> builder)
    {
        builder.ToTable("VendorBills").HasKey(bill => new { bill.Vendor, bill.First });
        builder.Property(bill => bill.Sha256).HasMaxLength(64);
        builder.Property(bill => bill.ImportedBy).HasMaxLength(64);
    }
}
