using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>Prices that several plans may share; their calls then make up one volume.</summary>
public sealed class PriceList
{
    public required Guid Id { get; init; }

    public required PriceListTerms Terms { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public required DateTime ChangedAtUtc { get; set; }

    public int Version { get; set; }
}

internal sealed class PriceListConfiguration : IEntityTypeConfiguration<PriceList>
{
    public void Configure(EntityTypeBuilder<PriceList> builder)
    {
        builder.ToTable("PriceLists").HasKey(list => list.Id);
        builder.Property(list => list.Terms).IsJson();
        builder.Property(list => list.Version).IsConcurrencyToken();
    }
}
