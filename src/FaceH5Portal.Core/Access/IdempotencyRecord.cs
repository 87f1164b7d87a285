using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Access;

/// <summary>A write that was done, so that it is not done again. Hashes only: the body may name a person.</summary>
public sealed class IdempotencyRecord
{
    public required string ActorId { get; init; }

    public required string Route { get; init; }

    public required string KeyHash { get; init; }

    public required string BodyHash { get; init; }

    /// <summary>What the write made.</summary>
    public required Guid TargetId { get; init; }

    public required DateTime RecordedAtUtc { get; init; }
}

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords").HasKey(record => new { record.ActorId, record.Route, record.KeyHash });
        builder.Property(record => record.ActorId).HasMaxLength(64);
        builder.Property(record => record.Route).HasMaxLength(64);
        builder.Property(record => record.KeyHash).HasMaxLength(64);
        builder.Property(record => record.BodyHash).HasMaxLength(64);
        builder.HasIndex(record => record.RecordedAtUtc);
    }
}
