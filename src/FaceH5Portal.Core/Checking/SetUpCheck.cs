using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Checking;

/// <summary>The last look at whether a plan can be used with the keys in force.</summary>
public sealed class SetUpCheck
{
    public required Guid PlanId { get; init; }

    /// <summary>The plan as it was looked at; what changed since is not known.</summary>
    public required int PlanVersion { get; set; }

    public required DateTime CheckedAtUtc { get; set; }

    public required bool IsFailing { get; set; }

    public required IReadOnlyList<SetUpFinding> Findings { get; set; }

    public SetUpMark Mark => IsFailing ? SetUpMark.Wrong
        : Findings.Any(finding => finding.Mark == SetUpMark.Unknown) ? SetUpMark.Unknown : SetUpMark.Good;
}

internal sealed class SetUpCheckConfiguration : IEntityTypeConfiguration<SetUpCheck>
{
    public void Configure(EntityTypeBuilder<SetUpCheck> builder)
    {
        builder.ToTable("SetUpChecks").HasKey(check => check.PlanId);
        builder.Property(check => check.PlanId).ValueGeneratedNever();
        builder.Property(check => check.Findings).IsJson();
    }
}
