using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Profile;
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
            case TokenPhase.Forgotten:
                return FaceprintAnswer.Failure(State.Profile.Departs(Switches.AfterRetention) ? ApiCode.OutsideWindow : ApiCode.TokenInvalid);
            case TokenPhase.Fresh:
                if (State.Profile.Is(Switches.EarlyQuery, "strict")) State.Save(token with { KilledAt = call.Now });
                return FaceprintAnswer.Failure(ApiCode.NotStarted);
            case TokenPhase.Ready:
                return FaceprintAnswer.Failure(ApiCode.NotStarted);
            case TokenPhase.Comparing:
                return FaceprintAnswer.Failure(ApiCode.Comparing);
            default:
                return NeedsV4 && State.Profile.Is(Switches.V4Quota, "none") ? FaceprintAnswer.NoQuota() : Result(call, token);
        }
    }

    /// <summary>Whether the answer comes from the paid services behind the flow.</summary>
    protected virtual bool NeedsV4 => true;

    protected abstract FaceprintAnswer Result(FaceprintCall call, VerifyToken token);
}
