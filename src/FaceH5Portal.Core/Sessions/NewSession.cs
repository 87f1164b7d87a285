using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions;

/// <summary>What an operator asks for.</summary>
public sealed record NewSession(Guid PlanId)
{
    public string? Reference { get; init; }

    public Identity? Identity { get; init; }

    /// <summary>The operator has seen that the check digit is wrong and goes on.</summary>
    public bool AcceptCheckDigit { get; init; }

    public byte[]? MatchPhoto { get; init; }

    /// <summary>Why this person is verified, where it is not what the plan says.</summary>
    public string? Purpose { get; init; }

    /// <summary>Where the caller wants the person to go in the end; already allowed.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>Set when the request may come again: the session is then noted as its effect.</summary>
    public RepeatableCall? Call { get; init; }
}

/// <summary>The link is shown once here; the database keeps it sealed.</summary>
public sealed record CreatedSession(Guid Id, Uri Link)
{
    /// <summary>Who has the link is the person.</summary>
    public override string ToString() => $"session {Id}";
}
