namespace FaceH5Portal.Kill.Tests.Support;

/// <summary>When the portal is killed: what the vendor is slow at, what a person does then, and how long after it at most.</summary>
internal sealed record Moment(string Name, int WithinMilliseconds)
{
    public static readonly IReadOnlyList<Moment> All =
    [
        new("while pictures are deleted", 300),
        new("while a token is minted", 1500) { After = PersonStep.Starting, SlowPath = "verifyToken/generate", Slowness = 1500 },
        new("while the verdict is asked for", 1000) { After = PersonStep.Returning, SlowPath = "result/getall", Slowness = 1000 },
        new("during the start", 2500) { InStart = true },
        new("between the verdict and its commit", 300) { After = PersonStep.Returning, SlowPath = "result/getall", Slowness = 150 },
        new("while many start at once", 150) { After = PersonStep.Starting },
        new("while pictures are fetched", 1500) { After = PersonStep.Returning, SlowPath = "face_image", Slowness = 700 },
        new("while the identity is handed in", 800) { After = PersonStep.Starting, SlowPath = "idcard/submit", Slowness = 600 },
        new("while details are asked for", 1500) { After = PersonStep.Returning, SlowPath = "result/detail", Slowness = 700 },
        new("at any time", 4000),
    ];

    /// <summary>Null where the portal need only answer.</summary>
    public PersonStep? After { get; init; }

    public bool InStart { get; init; }

    public string? SlowPath { get; init; }

    public int Slowness { get; init; }
}
