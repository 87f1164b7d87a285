using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Privacy.Counting;

/// <summary>When so many people's faces were stored for the first time. Fewer later on do not undo it: the duty stands.</summary>
public sealed class HeadCountMark
{
    /// <summary>In per cent of the number that has to be filed.</summary>
    public required int Level { get; init; }

    public required DateTime ReachedAtUtc { get; init; }
}

internal sealed class HeadCountMarkConfiguration : IEntityTypeConfiguration<HeadCountMark>
{
    public void Configure(EntityTypeBuilder<HeadCountMark> builder)
    {
        builder.ToTable("HeadCountMarks").HasKey(mark => mark.Level);
        builder.Property(mark => mark.Level).ValueGeneratedNever();
    }
}
