using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>How far a cap is used up in one period.</summary>
public sealed class BudgetUse
{
    public required Guid CapId { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The blind index of the person's number, or their subject; empty where the cap counts all together.</summary>
    public required string Person { get; init; }

    /// <summary>Launches that were let through, those under way included.</summary>
    public int Launches { get; set; }

    /// <summary>Those of them whose token is not there yet. After a kill they are nobody's.</summary>
    public int UnderWay { get; set; }
}

internal sealed class BudgetUseConfiguration : IEntityTypeConfiguration<BudgetUse>
{
    public void Configure(EntityTypeBuilder<BudgetUse> builder)
    {
        builder.ToTable("BudgetUses").HasKey(use => new { use.CapId, use.Since, use.Person });
        builder.Property(use => use.Person).HasMaxLength(64);
        builder.HasIndex(use => use.Person).HasFilter("\"Person\" <> ''");
        builder.HasIndex(use => use.UnderWay).HasFilter("\"UnderWay\" > 0");
        builder.HasOne<BudgetCap>().WithMany().HasForeignKey(use => use.CapId);
    }
}
