using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Plans;

public sealed class Plan
{
    public required Guid Id { get; init; }

    public required PlanTerms Terms { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public required DateTime ChangedAtUtc { get; set; }

    public int Version { get; set; }
}

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("Plans").HasKey(plan => plan.Id);
        builder.Property(plan => plan.Terms).IsSharedJson();
        builder.Property(plan => plan.Version).IsConcurrencyToken();
    }
}
