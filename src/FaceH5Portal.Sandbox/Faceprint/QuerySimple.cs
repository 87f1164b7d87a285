using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>The address of the face that passed.</summary>
internal sealed class QuerySimple(SandboxState state) : ResultQuery(state)
{
    public override string Name => "result/simple";

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token) =>
        token.Attempts[^1] is { Passed: false } failed
            ? FaceprintAnswer.Failure(failed.Code, failed.Message)
            : FaceprintAnswer.Success(new { Image = $"{call.BaseUrl}{MediaEndpoints.QueryPath}?verify_token={token.Value}" });
}
