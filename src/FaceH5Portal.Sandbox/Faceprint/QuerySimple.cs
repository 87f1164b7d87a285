using FaceH5Portal.Sandbox.Images;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

internal sealed class QuerySimple(SandboxState state) : ResultQuery(state)
{
    public override string Name => "result/simple";

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token) =>
        token.Attempts[^1] is { Passed: false } failed
            ? FaceprintAnswer.Failure(failed.Code, failed.Message)
            : FaceprintAnswer.Success(new { Image = $"{call.BaseUrl}{ImageEndpoints.QueryPath}?verify_token={token.Value}" });
}
