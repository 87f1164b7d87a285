using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Harvesting;

public enum HarvestKind
{
    /// <summary>The scores and identity that only `result/detail` has.</summary>
    Detail,

    /// <summary>The best frame of the capture.</summary>
    Face,
}

public enum HarvestItemState
{
    Owed,
    Done,
}

/// <summary>Something the vendor holds and will forget: a debt with a deadline.</summary>
public sealed class HarvestItem
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid VerifyTokenId { get; init; }

    public required int AttemptOrder { get; init; }

    public required HarvestKind Kind { get; init; }

    public HarvestItemState State { get; set; }

    /// <summary>Null when done, or when the deadline has passed and only a person can close it.</summary>
    public DateTime? DueUtc { get; set; }

    public required DateTime DeadlineUtc { get; init; }

    /// <summary>The address the verdict named; sealed, because it opens the picture.</summary>
    public byte[]? SealedUrl { get; init; }

    public int Tries { get; set; }

    public string? LastFault { get; set; }
}

internal sealed class HarvestItemConfiguration : IEntityTypeConfiguration<HarvestItem>
{
    public void Configure(EntityTypeBuilder<HarvestItem> builder)
    {
        builder.ToTable("HarvestItems").HasKey(item => item.Id);
        builder.Property(item => item.LastFault).HasMaxLength(64);
        builder.HasIndex(item => item.DueUtc);
        builder.HasIndex(item => item.SessionId);
        builder.HasIndex(item => new { item.VerifyTokenId, item.AttemptOrder, item.Kind }).IsUnique();
        builder.HasOne<VerifyToken>().WithMany().HasForeignKey(item => item.VerifyTokenId);
    }
}
