using System.Globalization;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

internal sealed class SubmitIdCard(SandboxState state) : TokenEndpoint(state)
{
    public const string Path = "idcard/submit";
    private const int HighestCertificateType = 5;

    public override string Name => Path;

    protected override FaceprintAnswer Answer(FaceprintCall call, VerifyToken token, TokenPhase phase)
    {
        if (!phase.IsOpen()) return FaceprintAnswer.TokenInvalid();
        if (call.Text("id_name") is not { } name) return FaceprintAnswer.Missing("id_name");
        if (call.Text("id_no") is not { } number) return FaceprintAnswer.Missing("id_no");
        if (!int.TryParse(call.Text("certificate_type") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var type)
            || type > HighestCertificateType)
            return FaceprintAnswer.Failure(ApiCode.CertificateType);
        State.Save(token with { Identity = new Identity(name, number, type) });
        return FaceprintAnswer.Success(1);
    }
}
