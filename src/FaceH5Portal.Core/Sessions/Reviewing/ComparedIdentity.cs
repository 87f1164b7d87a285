namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>What a certificate says of a person.</summary>
public enum IdentityField
{
    Name,
    Number,
    Gender,
    Nation,
    Birthday,
    Address,
    IssueAuthority,
    IssueTime,
    ExpireTime,
}

/// <summary>One field as it was submitted, read off the card and confirmed; null where a way did not give it.</summary>
public sealed record ComparedField(IdentityField Field, string? Submitted, string? Read, string? Confirmed, bool Differs)
{
    /// <summary>A log line may not tell what a screen may.</summary>
    public override string ToString() => Field.ToString();
}

/// <summary>Who the person is by every way that told; masked unless a reason was given.</summary>
public sealed record ComparedIdentity(IReadOnlyList<ComparedField> Fields, bool IsMasked)
{
    /// <summary>A log line may not tell what a screen may.</summary>
    public override string ToString() => nameof(ComparedIdentity);
}
