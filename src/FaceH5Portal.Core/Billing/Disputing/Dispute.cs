using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Disputing;

public enum DisputeState
{
    Open,

    /// <summary>The vendor gave in.</summary>
    Accepted,

    /// <summary>The vendor stands by its charge, or we let it.</summary>
    Refused,
}

/// <summary>A token's charges put before the vendor, with all that speaks for us, kept as it was known then.</summary>
public sealed class Dispute
{
    public required Guid VerifyTokenId { get; init; }

    public required Guid SessionId { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTime OpenedAtUtc { get; init; }

    /// <summary>What was found, what the vendor answered and when; sealed, because it came from a person's capture.</summary>
    public required byte[] SealedPack { get; init; }

    public DisputeState State { get; set; }

    public string? ClosedBy { get; set; }

    public DateTime? ClosedAtUtc { get; set; }

    /// <summary>What the vendor said in the end.</summary>
    public string? Outcome { get; set; }
}

internal sealed class DisputeConfiguration : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("Disputes").HasKey(dispute => dispute.VerifyTokenId);
        builder.Property(dispute => dispute.OpenedBy).HasMaxLength(64);
        builder.Property(dispute => dispute.ClosedBy).HasMaxLength(64);
        builder.Property(dispute => dispute.Outcome).HasMaxLength(DisputeDesk.LongestText);
        builder.HasOne<VerifyToken>().WithMany().HasForeignKey(dispute => dispute.VerifyTokenId);
    }
}
