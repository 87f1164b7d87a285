using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Evidence;

/// <summary>One thing kept as proof. The hash outlives the bytes, which go when <see cref="KeepUntilUtc"/> has passed.</summary>
public sealed class EvidenceItem : IRow
{
    public required Guid Id { get; init; }

    /// <summary>The session, or the group of photo checks.</summary>
    public required Guid SessionId { get; init; }

    public required Guid SubjectId { get; init; }

    public Guid? VerifyTokenId { get; init; }

    /// <summary>The attempt it shows, counted from 1 within its token.</summary>
    public int? AttemptOrder { get; init; }

    public required EvidenceKind Kind { get; init; }

    /// <summary>The vendor's id of the request that this answers.</summary>
    public string? LogId { get; init; }

    /// <summary>Null once the bytes are gone.</summary>
    public Guid? BlobId { get; set; }

    /// <summary>Of the bytes as they are stored.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the bytes as they came; null where they were stored just so.</summary>
    public string? OriginalSha256 { get; init; }

    public required long Bytes { get; init; }

    public required string MediaType { get; init; }

    public required DateTime StoredAtUtc { get; init; }

    /// <summary>Null for what is kept as long as its session.</summary>
    public DateTime? KeepUntilUtc { get; set; }

    public DateTime? DeletedAtUtc { get; set; }
}

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("EvidenceItems").HasKey(item => item.Id);
        builder.Property(item => item.Sha256).HasMaxLength(64);
        builder.Property(item => item.OriginalSha256).HasMaxLength(64);
        builder.Property(item => item.MediaType).HasMaxLength(64);
        builder.Property(item => item.LogId).HasMaxLength(64);
        builder.HasIndex(item => item.SessionId);
        builder.HasIndex(item => item.LogId).HasFilter("\"LogId\" IS NOT NULL");
        builder.HasIndex(item => item.SubjectId);
        builder.HasIndex(item => new { item.DeletedAtUtc, item.KeepUntilUtc });
        // Whose face is stored now; what has gone, and the many answers, are left out.
        builder.HasIndex(item => new { item.Kind, item.SubjectId }).HasFilter("\"BlobId\" IS NOT NULL AND \"Kind\" <> 'Answer'");
        builder.HasOne<EvidenceBlob>().WithMany().HasForeignKey(item => item.BlobId);
    }
}
