using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger.Months;

/// <summary>A month of the ledger that is or was closed. One that never was has no row.</summary>
public sealed class LedgerMonth
{
    /// <summary>Its first day, in Beijing.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Null once it was opened again.</summary>
    public DateTime? ClosedAtUtc { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>What it came to when it was closed.</summary>
    public int Quantity { get; set; }

    /// <summary>In 1/10,000 CNY.</summary>
    public long Amount { get; set; }

    public bool IsClosed => ClosedAtUtc is not null;
}

internal sealed class LedgerMonthConfiguration : IEntityTypeConfiguration<LedgerMonth>
{
    public void Configure(EntityTypeBuilder<LedgerMonth> builder)
    {
        builder.ToTable("LedgerMonths").HasKey(month => month.First);
        builder.Property(month => month.ClosedBy).HasMaxLength(64);
    }
}
