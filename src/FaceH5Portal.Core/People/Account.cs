using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.People;

/// <summary>A person of the console. Who is gone is switched off, never deleted: the audit names them.</summary>
public sealed class Account
{
    private readonly List<AuditAction> deeds = [];

    public required Guid Id { get; init; }

    /// <summary>What one types to say who one is, in lower case; an e-mail address where a provider shall know it.</summary>
    public required string Login { get; init; }

    public required string Name { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public bool IsActive { get; set; } = true;

    /// <summary>Of the demonstration: nobody signs in as this but by its button.</summary>
    public bool IsDemo { get; init; }

    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>Single permissions beyond the roles.</summary>
    public IReadOnlyList<Permission> Granted { get; set; } = [];

    /// <summary>Single permissions taken away, whatever gives them.</summary>
    public IReadOnlyList<Permission> Withheld { get; set; } = [];

    public string? PasswordHash { get; set; }

    /// <summary>Made anew with every change of how one signs in.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The secret that an authenticator app shares, sealed. It counts once a code of it was given.</summary>
    public byte[]? SealedCodeKey { get; set; }

    public bool UsesCodes { get; set; }

    /// <summary>The half minute of the last code that was taken: each is taken once.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Marks of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryMarks { get; set; } = [];

    public int FailedAttempts { get; set; }

    public DateTime? LockedUntilUtc { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>As audit and saved views know this person.</summary>
    public string ActorId => $"person/{Id:N}";

    /// <summary>What happened to it since it was read, to be recorded when it is saved.</summary>
    internal IReadOnlyList<AuditAction> Deeds => deeds;

    public void Note(AuditAction deed) => deeds.Add(deed);

    internal void ForgetDeeds() => deeds.Clear();

    /// <summary>Without a role that counts here, single permissions count for nothing either.</summary>
    public IReadOnlySet<Permission> PermissionsIn(IReadOnlyCollection<Role> roles) =>
        roles.Count == 0 ? new HashSet<Permission>() : roles.SelectMany(RolePermissions.Of).Union(Granted).Except(Withheld).ToHashSet();
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts").HasKey(account => account.Id);
        builder.HasIndex(account => account.Login).IsUnique();
        builder.Property(account => account.Login).HasMaxLength(AccountRules.LongestLogin);
        builder.Property(account => account.Name).HasMaxLength(AccountRules.LongestName);
        builder.Property(account => account.Roles).IsJson();
        builder.Property(account => account.Granted).IsJson();
        builder.Property(account => account.Withheld).IsJson();
        builder.Property(account => account.RecoveryMarks).IsJson();
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.Ignore(account => account.ActorId);
        builder.Ignore(account => account.Deeds);
    }
}
