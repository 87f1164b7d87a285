using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>A question about the result. One that comes before the person did anything costs the token its life.</summary>
internal abstract class ResultQuery(SandboxState state) : TokenEndpoint(state)
{
    protected sealed override FaceprintAnswer Answer(FaceprintCall call, VerifyToken token, TokenPhase phase)
    {
        switch (phase)
        {
            case TokenPhase.Dead:
                return FaceprintAnswer.TokenInvalid();
            case TokenPhase.Fresh:
                State.Save(token with { KilledAt = call.Now });
                return FaceprintAnswer.NotStarted();
            case TokenPhase.Ready:
                return FaceprintAnswer.NotStarted();
            case TokenPhase.Comparing:
                return FaceprintAnswer.Comparing();
            default:
                return Result(call, token);
        }
    }

    protected abstract FaceprintAnswer Result(FaceprintCall call, VerifyToken token);
}
