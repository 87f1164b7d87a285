using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Who did what to what, and when. Holds ids and codes, never personal data.</summary>
public sealed class AuditEntry : IRow
{
    public required long Sequence { get; init; }

    public required DateTime OccurredAtUtc { get; init; }

    public required string ActorId { get; init; }

    public required AuditAction Action { get; init; }

    public required string Target { get; init; }

    public string? Note { get; init; }

    /// <summary>The same for all that one request did, as its trace has it; null where none is traced.</summary>
    public string? Correlation { get; init; }

    /// <summary>Binds this entry to all before it. Null in what is older than the chain; the entry that begins that binds those too.</summary>
    public required byte[]? Seal { get; init; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries").HasKey(entry => entry.Sequence);
        // Each follows the last: a number that is missing is an entry that is.
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.ActorId).HasMaxLength(64);
        builder.Property(entry => entry.Target).HasMaxLength(128);
        builder.Property(entry => entry.Note).HasMaxLength(256);
        builder.Property(entry => entry.Correlation).HasMaxLength(32);
        builder.HasIndex(entry => entry.Target);
        // Of people of the console alone: the hot path does not pay for it.
        builder.HasIndex(entry => new { entry.ActorId, entry.Sequence }).HasFilter("\"ActorId\" <> 'system' AND \"ActorId\" <> 'end-user'");
    }
}
