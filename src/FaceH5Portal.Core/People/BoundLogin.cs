using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.People;

/// <summary>By which name a provider of the house knows an account.</summary>
public sealed class BoundLogin
{
    public required string Provider { get; init; }

    public required string Subject { get; init; }

    public required Guid AccountId { get; init; }
}

internal sealed class BoundLoginConfiguration : IEntityTypeConfiguration<BoundLogin>
{
    public void Configure(EntityTypeBuilder<BoundLogin> builder)
    {
        builder.ToTable("BoundLogins").HasKey(login => new { login.Provider, login.Subject });
        builder.HasIndex(login => login.AccountId);
        builder.Property(login => login.Provider).HasMaxLength(200);
        builder.Property(login => login.Subject).HasMaxLength(255);
    }
}
