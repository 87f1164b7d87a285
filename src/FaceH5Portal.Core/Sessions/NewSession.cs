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
}

/// <summary>The link is shown once here; the database keeps it sealed.</summary>
public sealed record CreatedSession(Guid Id, Uri Link);
