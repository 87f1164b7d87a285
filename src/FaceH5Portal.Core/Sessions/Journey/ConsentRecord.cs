using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What the person agreed to, when and how: the burden of proof is ours.</summary>
public sealed class ConsentRecord : IRow
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required string TextVersion { get; init; }

    public required string TextSha256 { get; init; }

    public required string Language { get; init; }

    public required DateTime GivenAtUtc { get; init; }

    /// <summary>Sealed: an address is personal data.</summary>
    public required byte[] SealedAddress { get; init; }

    /// <summary>Who decided for somebody under 14; sealed.</summary>
    public byte[]? SealedGuardian { get; init; }

    public required string Act { get; init; }
}

internal sealed class ConsentRecordConfiguration : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder)
    {
        builder.ToTable("Consents").HasKey(consent => consent.Id);
        builder.Property(consent => consent.TextVersion).HasMaxLength(32);
        builder.Property(consent => consent.TextSha256).HasMaxLength(64);
        builder.Property(consent => consent.Language).HasMaxLength(16);
        builder.Property(consent => consent.Act).HasMaxLength(32);
        builder.HasIndex(consent => consent.SessionId);
    }
}
