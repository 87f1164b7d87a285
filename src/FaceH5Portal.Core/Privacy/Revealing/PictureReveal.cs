using FaceH5Portal.Core.Evidence.Looking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Privacy.Revealing;

public enum PictureRevealState
{
    /// <summary>Waits for a second person.</summary>
    Asked,
    Granted,
    Refused,
}

/// <summary>One person's leave to see the pictures of a session, for a reason and for a while.</summary>
public sealed class PictureReveal
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required string AskedBy { get; init; }

    public required string AskedByName { get; init; }

    public required RevealReason Reason { get; init; }

    public required DateTime AskedAtUtc { get; init; }

    public required PictureRevealState State { get; set; }

    /// <summary>The second person; null where none is needed, or none has come.</summary>
    public string? SettledBy { get; set; }

    /// <summary>When the leave ends or, while it is only asked for, the asking.</summary>
    public required DateTime UntilUtc { get; set; }
}

internal sealed class PictureRevealConfiguration : IEntityTypeConfiguration<PictureReveal>
{
    public void Configure(EntityTypeBuilder<PictureReveal> builder)
    {
        builder.ToTable("PictureReveals").HasKey(reveal => reveal.Id);
        builder.Property(reveal => reveal.AskedBy).HasMaxLength(64);
        builder.Property(reveal => reveal.AskedByName).HasMaxLength(64);
        builder.Property(reveal => reveal.SettledBy).HasMaxLength(64);
        builder.HasIndex(reveal => new { reveal.SessionId, reveal.UntilUtc });
        builder.HasIndex(reveal => reveal.UntilUtc).HasFilter("\"State\" = 'Asked'");
    }
}
