using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Privacy.Assessing;

/// <summary>What the use of a plan means for people, thought through before it is used. Never changed: a new one follows.</summary>
public sealed class ImpactAssessment
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>Of what matters in the plan as it was assessed.</summary>
    public required string TermsSha256 { get; init; }

    /// <summary>Whether what is done for this purpose is lawful, legitimate and necessary.</summary>
    public required string Necessity { get; init; }

    /// <summary>What it does to people, and what may go wrong.</summary>
    public required string Risks { get; init; }

    /// <summary>What is done about that, and whether it is enough.</summary>
    public required string Measures { get; init; }

    public required string AssessedBy { get; init; }

    public required DateTime AssessedAtUtc { get; init; }
}

internal sealed class ImpactAssessmentConfiguration : IEntityTypeConfiguration<ImpactAssessment>
{
    public void Configure(EntityTypeBuilder<ImpactAssessment> builder)
    {
        builder.ToTable("ImpactAssessments").HasKey(assessment => assessment.Id);
        builder.Property(assessment => assessment.TermsSha256).HasMaxLength(64);
        builder.Property(assessment => assessment.AssessedBy).HasMaxLength(64);
        builder.HasIndex(assessment => new { assessment.PlanId, assessment.AssessedAtUtc });
    }
}
