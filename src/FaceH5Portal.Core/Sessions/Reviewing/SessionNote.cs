using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>What somebody wrote down about a session for their colleagues. Never changed, only added to.</summary>
public sealed class SessionNote
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required string WrittenBy { get; init; }

    public required DateTime WrittenAtUtc { get; init; }

    /// <summary>Sealed: it may speak of the person.</summary>
    public required byte[] SealedText { get; init; }
}

internal sealed class SessionNoteConfiguration : IEntityTypeConfiguration<SessionNote>
{
    public void Configure(EntityTypeBuilder<SessionNote> builder)
    {
        builder.ToTable("SessionNotes").HasKey(note => note.Id);
        builder.Property(note => note.WrittenBy).HasMaxLength(64);
        builder.HasIndex(note => new { note.SessionId, note.WrittenAtUtc });
        builder.HasOne<VerificationSession>().WithMany().HasForeignKey(note => note.SessionId);
    }
}
