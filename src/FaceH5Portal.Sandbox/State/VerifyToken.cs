namespace FaceH5Portal.Sandbox.State;

/// <summary>One permission to go through the capture page, with everything that happened under it.</summary>
internal sealed record VerifyToken
{
    public required string Value { get; init; }
    public required string AppId { get; init; }
    public required string PlanId { get; init; }
    public required DateTimeOffset Minted { get; init; }
    public string? SuccessUrl { get; init; }
    public string? FailedUrl { get; init; }
    public Identity? Identity { get; init; }
    public bool HasMatchImage { get; init; }
    public DateTimeOffset? StatementAcceptedAt { get; init; }

    /// <summary>When a query that came before the person made this token ineffective.</summary>
    public DateTimeOffset? KilledAt { get; init; }
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];
}
