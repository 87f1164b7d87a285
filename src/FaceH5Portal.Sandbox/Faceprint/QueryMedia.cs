using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>Video and pictures of the live check, where the plan records; one token has one video, that of its last attempt.</summary>
internal sealed class QueryMedia(SandboxState state) : ResultQuery(state)
{
    public override string Name => "result/media/query";

    protected override bool NeedsV4 => false;

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token)
    {
        var last = token.Attempts[^1];
        var over = call.Now >= last.CapturedAt + TokenLife.MediaKept && State.Profile.Is(Switches.MediaAfterADay, "empty");
        string[] none = [];
        string[] video = last.VideoId is { } id && !over ? [MediaFile.Address(id, call)] : none;
        string[] pictures = over ? none : [.. last.FrameIds.Select(frame => MediaFile.Address(frame, call))];
        return FaceprintAnswer.Success(new Dictionary<string, object?>
        {
            ["processVideo"] = last.Demoted ? none : video,
            ["video"] = last.Demoted ? video : none,
            ["images"] = pictures,
            ["extInfo"] = null,
        });
    }
}
