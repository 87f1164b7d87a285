using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Overview;

/// <summary>What happened on one day under one plan. Worked out from the facts, so that it can always be worked out again.</summary>
public sealed class DayFacts
{
    public required DateOnly Day { get; init; }

    public required Guid PlanId { get; init; }

    public int Created { get; set; }

    public int Passed { get; set; }

    public int Failed { get; set; }

    /// <summary>Charges of the day, in 1/10,000 CNY.</summary>
    public long Amount { get; set; }

    public DayShape Shape { get; set; } = new();
}

/// <summary>What is counted by kind: attempts that failed, and how long sessions took to their result.</summary>
public sealed record DayShape
{
    public IReadOnlyDictionary<Outcome, int> Failures { get; init; } = new Dictionary<Outcome, int>();

    /// <summary>By the steps of <see cref="ResultTimes"/>.</summary>
    public IReadOnlyList<int> Times { get; init; } = ResultTimes.None;
}

internal sealed class DayFactsConfiguration : IEntityTypeConfiguration<DayFacts>
{
    public void Configure(EntityTypeBuilder<DayFacts> builder)
    {
        builder.ToTable("DayFacts").HasKey(facts => new { facts.Day, facts.PlanId });
        builder.Property(facts => facts.Shape).IsJson();
    }
}
