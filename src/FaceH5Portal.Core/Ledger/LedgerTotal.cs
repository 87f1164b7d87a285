using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger;

/// <summary>What the entries of one day, plan, cost centre, type and avoidable cause come to. Moved by the write that adds an entry, so it is never late.</summary>
public sealed class LedgerTotal : IRow
{
    /// <summary>The day in Beijing, as the vendor's bill counts it.</summary>
    public required DateOnly Day { get; init; }

    public required Guid PlanId { get; init; }

    public required string CostCentre { get; init; }

    public required ChargeType Type { get; init; }

    public required AvoidableCause Avoidable { get; init; }

    public int Quantity { get; set; }

    /// <summary>In 1/10,000 CNY.</summary>
    public long Amount { get; set; }
}

internal sealed class LedgerTotalConfiguration : IEntityTypeConfiguration<LedgerTotal>
{
    public void Configure(EntityTypeBuilder<LedgerTotal> builder)
    {
        builder.ToTable("LedgerTotals").HasKey(total => new { total.Day, total.PlanId, total.CostCentre, total.Type, total.Avoidable });
        builder.Property(total => total.CostCentre).HasMaxLength(CostCentre.Longest);
    }
}
