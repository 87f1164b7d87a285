using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>How many calls of a type a price list has priced in one month, or given away so far.</summary>
public sealed class PriceVolume : IRow
{
    /// <summary>The month of what is free: that is given once and for all.</summary>
    public const int FreeMonth = 0;

    public required Guid PriceListId { get; init; }

    public required ChargeType Type { get; init; }

    /// <summary>The month in Beijing as yyyymm, or <see cref="FreeMonth"/>.</summary>
    public required int Month { get; init; }

    public int Units { get; set; }

    public static int MonthOf(DateOnly day) => day.Year * 100 + day.Month;
}

internal sealed class PriceVolumeConfiguration : IEntityTypeConfiguration<PriceVolume>
{
    public void Configure(EntityTypeBuilder<PriceVolume> builder) =>
        builder.ToTable("PriceVolumes").HasKey(volume => new { volume.PriceListId, volume.Type, volume.Month });
}
