using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Finding;

namespace FaceH5Portal.Core.Sessions.Importing;

public enum ImportLineState
{
    Ready,
    Wrong,
    Duplicate,
    Created,
}

/// <summary>What an operator has seen of a file and goes on with.</summary>
public sealed record ImportChoices(bool AcceptCheckDigit = false, bool TakeDuplicates = false);

/// <summary>A line of the file, what is the matter with it, and what came of it.</summary>
/// <param name="KeyHash">By which the same line of the same file is known again.</param>
public sealed record ImportLine(ImportedRow Row, NewSession Request, string KeyHash)
{
    public const string CheckDigit = "number-check-digit";

    public IReadOnlyList<PortalError> Errors { get; init; } = [];

    /// <summary>Under way already, for the same number or reference.</summary>
    public DuplicateSession? Duplicate { get; init; }

    /// <summary>The earlier line of the same file for the same number or reference.</summary>
    public int? SameAsLine { get; init; }

    public Guid? SessionId { get; init; }

    public ImportLineState StateUnder(ImportChoices choices) =>
        SessionId is not null ? ImportLineState.Created
        : Errors.Any(error => error.Code != CheckDigit || !choices.AcceptCheckDigit) ? ImportLineState.Wrong
        : (Duplicate is not null || SameAsLine is not null) && !choices.TakeDuplicates ? ImportLineState.Duplicate
        : ImportLineState.Ready;
}
