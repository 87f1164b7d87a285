using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>A way in that works once: for the first administrator, who is nobody yet, or for somebody who was invited.</summary>
public sealed class AccountLink
{
    public required Guid Id { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>Null for the first administrator.</summary>
    public required Guid? AccountId { get; init; }

    public required DateTime ExpiresAtUtc { get; init; }
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("AccountLinks").HasKey(link => link.Id);
        builder.HasIndex(link => link.CodeHash).IsUnique();
        builder.HasIndex(link => link.AccountId);
        builder.Property(link => link.CodeHash).HasMaxLength(64);
    }
}
