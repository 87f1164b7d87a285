namespace FaceH5Portal.Core.People;

/// <summary>A person as who manages people sees them.</summary>
/// <param name="Ways">How they can sign in.</param>
/// <param name="IsInvited">A link waits for them.</param>
public sealed record PersonView(Account Account, WaysIn Ways, bool IsInvited, DateTime? LastSeenUtc, int Sessions);

/// <summary>What an account has to sign in with.</summary>
public sealed record WaysIn(int Passkeys, bool Password, bool Codes, int Providers)
{
    public bool Any => Passkeys > 0 || (Password && Codes) || Providers > 0;
}

/// <summary>What is changed of a person.</summary>
public sealed record PersonTerms
{
    public required string Name { get; init; }

    public required IReadOnlyList<Access.Role> Roles { get; init; }

    public IReadOnlyList<Access.Permission> Granted { get; init; } = [];

    public IReadOnlyList<Access.Permission> Withheld { get; init; } = [];
}

/// <summary>Somebody who was invited, and the code of their link: it is shown once and kept nowhere.</summary>
public sealed record Invitation(Guid AccountId, string Code)
{
    public override string ToString() => $"invitation of {AccountId}";
}
