using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.People;

/// <summary>The public half of a passkey, and what its authenticator told of it.</summary>
public sealed class Passkey
{
    public required byte[] CredentialId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; set; }

    public required byte[] PublicKey { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public required long SignCount { get; set; }

    public required IReadOnlyList<string> Transports { get; init; }

    public required bool IsUserVerified { get; set; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("Passkeys").HasKey(passkey => passkey.CredentialId);
        builder.HasIndex(passkey => passkey.AccountId);
        builder.Property(passkey => passkey.Name).HasMaxLength(AccountRules.LongestName);
        builder.Property(passkey => passkey.Transports).IsJson();
    }
}
