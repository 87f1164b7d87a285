using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.People.Keys;

/// <summary>
/// A key of the integration API that was made here. One name may have two for a while: the old one until a chosen time,
/// and the one in its place.
/// </summary>
public sealed class IssuedKey
{
    public required Guid Id { get; init; }

    /// <summary>As the audit tells programs apart.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, in hex; the key itself is kept nowhere.</summary>
    public required string Sha256 { get; init; }

    public required IReadOnlyList<Permission> Permissions { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public required DateTime ExpiresAtUtc { get; set; }

    public DateTime? LastUsedUtc { get; set; }

    public DateTime? RevokedAtUtc { get; set; }

    /// <summary>The same as a program of that name in the settings has.</summary>
    public string ActorId => ActorIdOf(Name);

    public bool IsLive(DateTime now) => RevokedAtUtc is null && ExpiresAtUtc > now;

    public static string ActorIdOf(string name) => $"api-key/{name}";
}

internal sealed class IssuedKeyConfiguration : IEntityTypeConfiguration<IssuedKey>
{
    public void Configure(EntityTypeBuilder<IssuedKey> builder)
    {
        builder.ToTable("IssuedKeys").HasKey(key => key.Id);
        builder.HasIndex(key => key.Sha256).IsUnique();
        builder.HasIndex(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(KeyRules.LongestName);
        builder.Property(key => key.Sha256).HasMaxLength(64);
        builder.Property(key => key.Permissions).IsJson();
        builder.Ignore(key => key.ActorId);
    }
}
