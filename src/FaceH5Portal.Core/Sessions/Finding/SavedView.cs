using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A list that somebody comes back to: its filters as the address has them, so never a person.</summary>
public sealed class SavedView
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required string Name { get; init; }

    public required string Query { get; set; }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews").HasKey(view => view.Id);
        builder.Property(view => view.Owner).HasMaxLength(64);
        builder.Property(view => view.Name).HasMaxLength(SavedViews.LongestName);
        builder.Property(view => view.Query).HasMaxLength(SavedViews.LongestQuery);
        builder.HasIndex(view => new { view.Owner, view.Name }).IsUnique();
    }
}
