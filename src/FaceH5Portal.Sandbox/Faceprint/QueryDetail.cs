using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>Scores and identity of the last attempt; a person who failed is told as a failure of the call.</summary>
internal sealed class QueryDetail(SandboxState state, MediaStore media) : ResultQuery(state)
{
    public override string Name => "result/detail";

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token)
    {
        var last = token.Attempts[^1];
        if (!last.Passed) return FaceprintAnswer.Failure(last.Code, last.Message);
        var scores = new { last.Score, LivenessScore = LivenessScore.Of(last), Spoofing = 0.0 };
        var confirmed = new { last.Identity?.Name, IdcardNumber = last.Identity?.Number };
        return OcrParts.StageOf(token, last) is { } stage
            ? FaceprintAnswer.Success(new
            {
                VerifyResult = scores,
                IsDemote = last.Demoted,
                IdcardOcrResult = OcrParts.ForDetail(),
                IdcardImages = new { FrontBase64 = Base64(stage.FrontId), BackBase64 = Base64(stage.BackId) },
                IdcardConfirm = confirmed,
            })
            : FaceprintAnswer.Success(new { VerifyResult = scores, IsDemote = last.Demoted, IdcardConfirm = confirmed });
    }

    private string? Base64(string? file) => file is not null && media.Read(file) is { } bytes ? Convert.ToBase64String(bytes) : null;
}
