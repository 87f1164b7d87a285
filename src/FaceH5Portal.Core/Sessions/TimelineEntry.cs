using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions;

public enum TimelineKind
{
    Created,
    Consented,
    LeftForCapture,
    LaunchFailed,
    CameBack,
    TokenDied,
    NotStarted,
    AttemptPassed,
    AttemptFailed,
    FaceStored,
    VideoStored,
    CardStored,
    VendorFault,
    LinkExpired,
    Cancelled,
    ResultLost,
    ItemLost,
    AskedByHand,
    ResultResolved,
    MediaDeleted,
    IdentityGiven,
    PhotoGiven,
    OtherWayRequested,
    ConsentWithdrawn,
    PersonErased,
    ReviewApproved,
    ReviewDeclined,
    ReviewAskedAgain,
    LinkRenewed,
    Archived,
    Unarchived,
    HoldPlaced,
    HoldLifted,
    IdentityRedacted,
    ScoresRedacted,
    PhotoCheckAsked,
    PhotoCheckEnded,
}

/// <summary>Something that happened to a session, in the order it became known.</summary>
public sealed class TimelineEntry : IRow
{
    public long Sequence { get; init; }

    public required Guid SessionId { get; init; }

    public required DateTime OccurredAtUtc { get; init; }

    public required TimelineKind Kind { get; init; }

    /// <summary>A code or a count; never personal data.</summary>
    public string? Detail { get; init; }
}

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("Timeline").HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Detail).HasMaxLength(128);
        builder.HasIndex(entry => entry.SessionId);
    }
}
