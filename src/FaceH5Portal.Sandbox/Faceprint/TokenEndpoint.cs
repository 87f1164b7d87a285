using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>A call about one verify_token, which must belong to the application that asks.</summary>
internal abstract class TokenEndpoint(SandboxState state) : IFaceprintEndpoint
{
    public abstract string Name { get; }

    protected SandboxState State => state;

    public FaceprintAnswer Answer(FaceprintCall call)
    {
        if (call.Text("verify_token") is not { } value) return FaceprintAnswer.Missing("verify_token");
        return state.VerifyToken(value) is { } token && call.IsFor(token.AppId)
            ? Answer(call, token, token.PhaseAt(call.Now))
            : FaceprintAnswer.TokenInvalid();
    }

    protected abstract FaceprintAnswer Answer(FaceprintCall call, VerifyToken token, TokenPhase phase);
}
