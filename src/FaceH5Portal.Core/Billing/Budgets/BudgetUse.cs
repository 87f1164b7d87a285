using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>How far a cap is used up in one period.</summary>
public sealed class BudgetUse : IRow
{
    public required Guid CapId { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The blind index of the person's number, or their subject; empty where the cap counts all together.</summary>
    public required string Person { get; init; }

    /// <summary>Launches that were let through, those under way included.</summary>
    public int Launches { get; set; }

    /// <summary>What those under way may cost, where the cap is one of money: their token is not there to say it.</summary>
    public long Holding { get; set; }

    /// <summary>Those of them whose token is not there yet. After a kill they are nobody's.</summary>
    public int UnderWay { get; set; }

    internal void Take(BudgetUnit unit, long? mayCost)
    {
        (Launches, UnderWay) = (Launches + 1, UnderWay + 1);
        Holding += unit == BudgetUnit.Money ? mayCost ?? 0 : 0;
    }

    /// <summary>What it may cost is the token's to say from now on, if one came of it.</summary>
    internal void LetGo(long? mayCost, bool isUsed)
    {
        (Launches, UnderWay) = (isUsed ? Launches : Launches - 1, UnderWay - 1);
        Holding = Math.Max(0, Holding - (mayCost ?? 0));
    }
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
