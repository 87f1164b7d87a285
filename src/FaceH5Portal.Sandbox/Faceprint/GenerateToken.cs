using System.Text.Json;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

internal sealed class GenerateToken(SandboxState state) : IFaceprintEndpoint
{
    public string Name => "verifyToken/generate";

    public FaceprintAnswer Answer(FaceprintCall call)
    {
        if (call.Text("plan_id") is not { } planId) return FaceprintAnswer.Missing("plan_id");
        if (SandboxPlan.Find(planId) is not { } plan) return FaceprintAnswer.Failure(ApiCode.PlanUnknown);
        if (plan.OnlyFor is { } owner && !call.IsFor(owner)) return FaceprintAnswer.Failure(ApiCode.PlanOfAnotherApp);
        if (!TryRedirects(call.Body, out var success, out var failed)) return FaceprintAnswer.Invalid("redirect_config");
        var token = state.Save(new VerifyToken
        {
            Value = VendorIds.VerifyToken(),
            AppId = call.AppId,
            PlanId = plan.Id,
            Minted = call.Now,
            SuccessUrl = success,
            FailedUrl = failed,
        });
        return FaceprintAnswer.Success(new { VerifyToken = token.Value }) with { Minted = token.Value };
    }

    private static bool TryRedirects(JsonElement body, out string? success, out string? failed)
    {
        success = failed = null;
        if (!body.TryGetProperty("redirect_config", out var targets) || targets.ValueKind == JsonValueKind.Null) return true;
        if (targets.ValueKind != JsonValueKind.Object) return false;
        success = FaceprintCall.TextOf(targets, "success_url");
        failed = FaceprintCall.TextOf(targets, "failed_url");
        return RedirectTarget.IsAllowed(success) && RedirectTarget.IsAllowed(failed);
    }
}
