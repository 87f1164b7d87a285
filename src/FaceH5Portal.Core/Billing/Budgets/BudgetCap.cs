using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>What a cap counts together.</summary>
public enum BudgetScope
{
    Everything,

    /// <summary>One plan.</summary>
    Plan,

    /// <summary>Each person by themselves, whatever the plan: equal numbers are one person.</summary>
    EachPerson,
}

/// <summary>A stretch of time that begins at midnight in Beijing, as those of the vendor's bill do.</summary>
public enum BudgetPeriod
{
    Day,
    Month,
}

/// <summary>What is counted.</summary>
public enum BudgetUnit
{
    Launches,

    /// <summary>What stands in the ledger, and what launches that have not told yet may cost. In 1/10,000 CNY.</summary>
    Money,
}

/// <summary>How many launches there may be, or what they may cost, in a day or a month.</summary>
public sealed class BudgetCap
{
    public required Guid Id { get; init; }

    public required BudgetScope Scope { get; init; }

    /// <summary>Where the scope is one plan.</summary>
    public Guid? PlanId { get; init; }

    public required BudgetPeriod Period { get; init; }

    public BudgetUnit Unit { get; init; }

    public required long Most { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateOnly Since(DateOnly today) => Period == BudgetPeriod.Day ? today : today.AddDays(1 - today.Day);
}

internal sealed class BudgetCapConfiguration : IEntityTypeConfiguration<BudgetCap>
{
    public void Configure(EntityTypeBuilder<BudgetCap> builder)
    {
        builder.ToTable("BudgetCaps").HasKey(cap => cap.Id);
        // A second cap of the same thing could only confuse.
        builder.HasIndex(cap => new { cap.Scope, cap.PlanId, cap.Period, cap.Unit }).IsUnique();
    }
}
