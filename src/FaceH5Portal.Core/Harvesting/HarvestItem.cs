using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Something the vendor holds and will forget: a debt with a deadline.</summary>
public sealed class HarvestItem : IRow
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid VerifyTokenId { get; init; }

    /// <summary>The attempt it belongs to; 0 for what belongs to the token as a whole.</summary>
    public required int AttemptOrder { get; init; }

    public required HarvestKind Kind { get; init; }

    /// <summary>Tells files of one kind apart, such as the four pictures of a live check.</summary>
    public int Part { get; init; }

    public HarvestItemState State { get; set; }

    /// <summary>Null when settled, or when the deadline has passed and only a person can close it.</summary>
    public DateTime? DueUtc { get; set; }

    public required DateTime DeadlineUtc { get; init; }

    /// <summary>The address the vendor named; sealed, because it opens the picture. A dead one is replaced.</summary>
    public byte[]? SealedUrl { get; set; }

    public int Tries { get; set; }

    public string? LastFault { get; set; }

    public DateTime? SettledAtUtc { get; set; }

    /// <summary>Who gave it up, and why.</summary>
    public string? ClosedBy { get; set; }

    public string? ClosedReason { get; set; }

    public void Settle(HarvestItemState state, DateTime nowUtc, string? fault = null) =>
        (State, DueUtc, SettledAtUtc, LastFault) = (state, null, nowUtc, fault);

    public void GiveUp(string by, string reason, DateTime nowUtc, string? fault)
    {
        Settle(HarvestItemState.Lost, nowUtc, fault);
        (ClosedBy, ClosedReason) = (by, reason);
    }
}

internal sealed class HarvestItemConfiguration : IEntityTypeConfiguration<HarvestItem>
{
    public void Configure(EntityTypeBuilder<HarvestItem> builder)
    {
        builder.ToTable("HarvestItems").HasKey(item => item.Id);
        builder.Property(item => item.LastFault).HasMaxLength(64);
        builder.Property(item => item.ClosedBy).HasMaxLength(64);
        builder.Property(item => item.ClosedReason).HasMaxLength(500);
        builder.HasIndex(item => item.DueUtc);
        builder.HasIndex(item => item.SessionId);
        // What is owed is little, and Home asks for its earliest deadlines.
        builder.HasIndex(item => item.DeadlineUtc).HasFilter("\"State\" = 'Owed'");
        builder.HasIndex(item => new { item.VerifyTokenId, item.AttemptOrder, item.Kind, item.Part }).IsUnique();
        builder.HasOne<VerifyToken>().WithMany().HasForeignKey(item => item.VerifyTokenId);
    }
}
