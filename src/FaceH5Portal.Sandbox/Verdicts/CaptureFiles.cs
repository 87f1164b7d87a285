using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>Stores what an attempt captured, each file for as long as the vendor keeps its kind.</summary>
internal sealed class CaptureFiles(MediaStore store)
{
    private const int Frames = 4;

    public Attempt Keep(Attempt attempt, Captured captured, SandboxPlan plan)
    {
        if (captured.Face is not { } face) return attempt;
        var kept = attempt with { FaceId = store.Add(face, TokenLife.ResultKept + (attempt.Time - attempt.CapturedAt), MediaStore.Face) };
        if (!plan.Records || captured.Video is null) return kept;
        return kept with
        {
            VideoId = store.Add(captured.Video, TokenLife.MediaKept, captured.VideoKind),
            // The four pictures belong to the live check; a video sent in its place has none.
            FrameIds = attempt.Demoted ? [] : [.. FourOf(captured, face).Select(frame => store.Add(frame, TokenLife.MediaKept, MediaStore.Frame))],
        };
    }

    /// <summary>Both sides of an ID card outlive any result they may lead to.</summary>
    public string KeepCard(byte[] jpeg) => store.Add(jpeg, TokenLife.ToBeUsed + TokenLife.ResultKept, MediaStore.Card);

    private static IEnumerable<byte[]> FourOf(Captured captured, byte[] face) =>
        captured.Frames.Concat(Enumerable.Repeat(face, Frames)).Take(Frames);
}
