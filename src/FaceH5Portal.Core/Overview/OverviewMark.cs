using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Overview;

/// <summary>How far the audit trail has been read for days that need counting, and in whose zone the days are.</summary>
public sealed class OverviewMark
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Zone { get; set; }

    public required long Sequence { get; set; }
}

/// <summary>A day whose facts have changed since it was counted.</summary>
public sealed class DirtyDay
{
    public required DateOnly Day { get; init; }
}

internal sealed class OverviewMarkConfiguration : IEntityTypeConfiguration<OverviewMark>, IEntityTypeConfiguration<DirtyDay>
{
    public void Configure(EntityTypeBuilder<OverviewMark> builder)
    {
        builder.ToTable("OverviewMarks").HasKey(mark => mark.Id);
        builder.Property(mark => mark.Id).ValueGeneratedNever();
        builder.Property(mark => mark.Zone).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<DirtyDay> builder) => builder.ToTable("DirtyDays").HasKey(day => day.Day);
}
