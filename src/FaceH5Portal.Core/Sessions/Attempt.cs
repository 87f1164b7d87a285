using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions;

/// <summary>One entry of the vendor's `verify_result`. A fact: written once, later only completed by `detail`.</summary>
public sealed class Attempt : IRow
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid VerifyTokenId { get; init; }

    public required int Order { get; init; }

    public required bool Passed { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    public required Outcome Outcome { get; init; }

    public required RetryWith RetryWith { get; init; }

    /// <summary>0 to 100; absent where nothing was compared.</summary>
    public double? Score { get; init; }

    public double? Threshold { get; init; }

    public double? LivenessScore { get; set; }

    public double? SpoofingScore { get; set; }

    public string? RiskLevel { get; init; }

    public string? RiskTag { get; init; }

    public bool? IsDemote { get; set; }

    public string? VerifyLogId { get; init; }

    /// <summary>As the bill has it, else the table of codes; null where neither says.</summary>
    public required bool? IsCharged { get; init; }

    public required DateTime VerifiedAtUtc { get; init; }

    public required DateTime RecordedAtUtc { get; init; }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("Attempts").HasKey(attempt => attempt.Id);
        builder.Property(attempt => attempt.Code).HasMaxLength(32);
        builder.Property(attempt => attempt.Message).HasMaxLength(256);
        builder.Property(attempt => attempt.RiskLevel).HasMaxLength(16);
        builder.Property(attempt => attempt.RiskTag).HasMaxLength(256);
        builder.Property(attempt => attempt.VerifyLogId).HasMaxLength(64);
        builder.HasIndex(attempt => new { attempt.VerifyTokenId, attempt.Order }).IsUnique();
        builder.HasIndex(attempt => attempt.SessionId);
        builder.HasIndex(attempt => attempt.VerifyLogId);
        builder.HasIndex(attempt => attempt.VerifiedAtUtc);
        builder.HasOne<VerifyToken>().WithMany().HasForeignKey(attempt => attempt.VerifyTokenId);
    }
}
