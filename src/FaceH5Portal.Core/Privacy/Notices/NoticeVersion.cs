using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Privacy.Notices;

/// <summary>The words that people agree to, in both languages. Once published it never changes; at most one is a draft.</summary>
public sealed class NoticeVersion
{
    public required int Number { get; init; }

    public required string Chinese { get; set; }

    public required string English { get; set; }

    public required string ChangedBy { get; set; }

    public required DateTime ChangedAtUtc { get; set; }

    /// <summary>Null while it is a draft.</summary>
    public DateTime? PublishedAtUtc { get; set; }

    public int Version { get; set; }
}

internal sealed class NoticeVersionConfiguration : IEntityTypeConfiguration<NoticeVersion>
{
    public void Configure(EntityTypeBuilder<NoticeVersion> builder)
    {
        builder.ToTable("NoticeVersions").HasKey(notice => notice.Number);
        builder.Property(notice => notice.Number).ValueGeneratedNever();
        builder.Property(notice => notice.ChangedBy).HasMaxLength(64);
        builder.Property(notice => notice.Version).IsConcurrencyToken();
    }
}
