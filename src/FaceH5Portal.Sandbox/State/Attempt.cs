namespace FaceH5Portal.Sandbox.State;

/// <summary>One capture and what became of it.</summary>
internal sealed record Attempt
{
    public required int Order { get; init; }
    public required int Code { get; init; }
    public required string Message { get; init; }
    public required bool Passed { get; init; }
    public double? Score { get; init; }
    public required double Threshold { get; init; }
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>When the verdict is out; the vendor is still comparing before.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Null when the comparison was never reached, which is also when nothing is charged.</summary>
    public string? ChargeType { get; init; }
    public string VerifyLogId { get; init; } = "";
    public Identity? Identity { get; init; }

    /// <summary>Null when no camera ever saw a face.</summary>
    public string? FaceId { get; init; }
    public string? VideoId { get; init; }
    public IReadOnlyList<string> FrameIds { get; init; } = [];

    /// <summary>The live check was not possible and a recorded video was sent in its place.</summary>
    public bool Demoted { get; init; }
    public string? RiskLevel { get; init; }
    public string? RiskTag { get; init; }

    public bool Charged() => ChargeType is not null;
}
