using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Evidence;

/// <summary>The sealed bytes, apart from the row that tells of them, so that lists never read them.</summary>
public sealed class EvidenceBlob : IRow
{
    public required Guid Id { get; init; }

    public required byte[] Sealed { get; init; }
}

internal sealed class EvidenceBlobConfiguration : IEntityTypeConfiguration<EvidenceBlob>
{
    public void Configure(EntityTypeBuilder<EvidenceBlob> builder) =>
        builder.ToTable("EvidenceBlobs").HasKey(blob => blob.Id);
}
