using FaceH5Portal.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>One browser in which somebody is signed in. The cookie names it; whether it holds is decided here.</summary>
public sealed class AccountSession
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required SignInMethod Method { get; init; }

    /// <summary>The browser in a word or two, so that its owner knows it again.</summary>
    public required string Device { get; init; }

    /// <summary>Also when they last proved who they are: to prove it again begins another session.</summary>
    public required DateTime BegunAtUtc { get; init; }

    public required DateTime SeenAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    public DateTime EndsAtUtc(SignInLimits limits)
    {
        var (idle, longest) = (SeenAtUtc + limits.Idle, BegunAtUtc + (Method.IsWhole() ? limits.Longest : SignInLimits.SettingUp));
        return idle < longest ? idle : longest;
    }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public const int LongestDevice = 60;

    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("AccountSessions").HasKey(session => session.Id);
        builder.HasIndex(session => session.AccountId);
        builder.Property(session => session.Device).HasMaxLength(LongestDevice);
    }
}

/// <summary>A session that holds, and whose it is.</summary>
public sealed record LiveSession(AccountSession Session, Account Account)
{
    /// <param name="away">Roles that do not count where the person is.</param>
    public Actor ActorWithout(IReadOnlyCollection<Role> away)
    {
        Role[] roles = [.. Account.Roles.Except(away)];
        var permissions = Session.Method.IsWhole() ? Account.PermissionsIn(roles) : new HashSet<Permission>();
        // Who has several acts as the one that may most.
        return new Actor(Account.ActorId, Account.Name, permissions) { Session = new PersonSession(Session.Id, Session.BegunAtUtc), Role = roles.Length > 0 ? roles.Max() : null };
    }
}
