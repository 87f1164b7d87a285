namespace FaceH5Portal.Sandbox;

/// <summary>How the sandbox is set up by whoever hosts it.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where it listens; port 0 picks a free one.</summary>
    public string Url { get; init; } = "http://localhost:5090";

    /// <summary>Where it keeps its state; null keeps nothing on disk.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>How long a capture made through the page is being compared before the verdict is out.</summary>
    public TimeSpan ComparingTime { get; init; } = TimeSpan.FromSeconds(1);
}
