using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Media;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

internal sealed class UploadMatchImage(SandboxState state) : TokenEndpoint(state)
{
    private const int LargestBase64 = 10 * 1024 * 1024;
    private const int LongSideLimit = 1920;
    private const int ShortSideLimit = 1080;

    public override string Name => "uploadMatchImage";

    protected override FaceprintAnswer Answer(FaceprintCall call, VerifyToken token, TokenPhase phase)
    {
        if (!phase.IsOpen()) return FaceprintAnswer.TokenInvalid();
        if (call.Text("image") is not { } image) return FaceprintAnswer.Failure(ApiCode.ImageEmpty);
        if (!IsControl(call.Text("quality_control"))) return FaceprintAnswer.Failure(ApiCode.QualityControl);
        if (!IsControl(call.Text("liveness_control"))) return FaceprintAnswer.Failure(ApiCode.LivenessControl);
        if (ImageFault(image) is { } fault) return fault;
        State.Save(token with { HasMatchImage = true });
        return FaceprintAnswer.Success(null);
    }

    private static FaceprintAnswer? ImageFault(string base64)
    {
        if (base64.Length > LargestBase64) return FaceprintAnswer.Failure(ApiCode.ImageBytes);
        var bytes = new byte[base64.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || ImageHeader.Read(bytes.AsSpan(0, length)) is not { } header)
            return FaceprintAnswer.Failure(ApiCode.ImageFormat);
        // The limit names landscape; a portrait of the same size is as large.
        return Math.Max(header.Width, header.Height) < LongSideLimit && Math.Min(header.Width, header.Height) < ShortSideLimit
            ? null
            : FaceprintAnswer.Failure(ApiCode.ImageTooLarge);
    }

    private static bool IsControl(string? value) => value is null or "NONE" or "LOW" or "NORMAL" or "HIGH";
}
