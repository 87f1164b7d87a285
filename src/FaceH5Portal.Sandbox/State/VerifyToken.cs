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

    /// <summary>Whom the next attempt is about: reported beforehand, or typed or confirmed on the page.</summary>
    public Identity? Identity { get; init; }
    public bool HasMatchImage { get; init; }
    public DateTimeOffset? StatementAcceptedAt { get; init; }

    /// <summary>When a query that came before the person made this token ineffective.</summary>
    public DateTimeOffset? KilledAt { get; init; }

    /// <summary>The person pressed 重新认证 after a failure and is on the way to the next attempt.</summary>
    public bool Retrying { get; init; }
    public IReadOnlyList<OcrStage> OcrStages { get; init; } = [];
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    /// <summary>Everything a camera took under this token.</summary>
    public IEnumerable<string> Files() => OcrStages.SelectMany(stage => (string?[])[stage.FrontId, stage.BackId])
        .Concat(Attempts.SelectMany(attempt => (string?[])[attempt.FaceId, attempt.VideoId, .. attempt.FrameIds]))
        .OfType<string>();
}
