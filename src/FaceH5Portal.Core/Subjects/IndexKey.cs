using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Subjects;

/// <summary>The one row that holds the blind index's key, wrapped. A rotation re-wraps it last, so its version tells whether one is complete.</summary>
public sealed class IndexKey
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required byte[] WrappedKey { get; set; }

    public required int MasterKeyVersion { get; set; }
}

internal sealed class IndexKeyConfiguration : IEntityTypeConfiguration<IndexKey>
{
    public void Configure(EntityTypeBuilder<IndexKey> builder)
    {
        builder.ToTable("IndexKeys").HasKey(key => key.Id);
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}
