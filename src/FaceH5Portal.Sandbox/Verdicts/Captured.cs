namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>What the camera brought: nothing, a face, or a face with the recording of the live check.</summary>
internal sealed record Captured
{
    public byte[]? Face { get; init; }
    public byte[]? Video { get; init; }

    /// <summary>webm or mp4.</summary>
    public string VideoKind { get; init; } = "webm";
    public IReadOnlyList<byte[]> Frames { get; init; } = [];
    public bool Demoted { get; init; }

    /// <summary>What the page's panel was set to.</summary>
    public int? ChosenCode { get; init; }
}
