using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Alarming.Telling;

public enum AlarmNoticeKind
{
    Raised,
    Resolved,

    /// <summary>What is open and what happened in a day.</summary>
    Digest,
}

/// <summary>Something to be sent out through one channel; written with the change it tells of, so that a kill loses none.</summary>
public sealed class AlarmNotice
{
    public required Guid Id { get; init; }

    /// <summary>Null for a digest.</summary>
    public Guid? AlarmId { get; init; }

    public required AlarmNoticeKind Kind { get; init; }

    public required string Channel { get; init; }

    /// <summary>Whom it goes to instead of everybody.</summary>
    public string? Owner { get; init; }

    /// <summary>The day of a digest.</summary>
    public DateOnly? Day { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When to send it next; null when it is sent, of no use any more, or given up.</summary>
    public DateTime? DueUtc { get; set; }

    public DateTime? SentAtUtc { get; set; }

    public int Tries { get; set; }

    public string? LastFault { get; set; }
}

internal sealed class AlarmNoticeConfiguration : IEntityTypeConfiguration<AlarmNotice>
{
    public void Configure(EntityTypeBuilder<AlarmNotice> builder)
    {
        builder.ToTable("AlarmNotices").HasKey(notice => notice.Id);
        builder.Property(notice => notice.Channel).HasMaxLength(32);
        builder.Property(notice => notice.Owner).HasMaxLength(AlarmRuleTerms.LongestOwner);
        builder.Property(notice => notice.LastFault).HasMaxLength(64);
        builder.HasIndex(notice => notice.DueUtc).HasFilter("\"DueUtc\" IS NOT NULL");
        builder.HasIndex(notice => notice.AlarmId);
        builder.HasIndex(notice => new { notice.Day, notice.Channel }).IsUnique().HasFilter("\"Day\" IS NOT NULL");
    }
}
