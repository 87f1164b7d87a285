using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Privacy.Holding;

/// <summary>Nothing of this session goes, and its person is not erased, until the hold is lifted.</summary>
public sealed class LegalHold
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required string Reason { get; init; }

    public required string PlacedBy { get; init; }

    public required DateTime PlacedAtUtc { get; init; }

    public string? LiftedBy { get; set; }

    public string? LiftReason { get; set; }

    public DateTime? LiftedAtUtc { get; set; }
}

internal sealed class LegalHoldConfiguration : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("LegalHolds").HasKey(hold => hold.Id);
        builder.Property(hold => hold.Reason).HasMaxLength(200);
        builder.Property(hold => hold.LiftReason).HasMaxLength(200);
        builder.Property(hold => hold.PlacedBy).HasMaxLength(64);
        builder.Property(hold => hold.LiftedBy).HasMaxLength(64);
        builder.HasIndex(hold => hold.SessionId);
        builder.HasIndex(hold => hold.PlacedAtUtc).HasFilter("\"LiftedAtUtc\" IS NULL");
    }
}
