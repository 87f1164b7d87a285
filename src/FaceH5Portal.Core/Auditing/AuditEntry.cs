using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Who did what to what, and when. Holds ids and codes, never personal data.</summary>
public sealed class AuditEntry
{
    public long Sequence { get; init; }

    public required DateTime OccurredAtUtc { get; init; }

    public required string ActorId { get; init; }

    public required AuditAction Action { get; init; }

    public required string Target { get; init; }

    public string? Note { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.ActorId).HasMaxLength(64);
        builder.Property(entry => entry.Target).HasMaxLength(128);
        builder.Property(entry => entry.Note).HasMaxLength(256);
        builder.HasIndex(entry => entry.Target);
    }
}
