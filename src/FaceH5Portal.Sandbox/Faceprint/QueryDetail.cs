using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

internal sealed class QueryDetail(SandboxState state) : ResultQuery(state)
{
    public override string Name => "result/detail";

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token)
    {
        var last = token.Attempts[^1];
        if (!last.Passed) return FaceprintAnswer.Failure(last.Code, last.Message);
        return FaceprintAnswer.Success(new
        {
            VerifyResult = new { last.Score, LivenessScore = LivenessScore.Of(last), Spoofing = 0.0 },
            IsDemote = false,
            IdcardConfirm = new { Name = last.Identity?.Name, IdcardNumber = last.Identity?.Number },
        });
    }
}
