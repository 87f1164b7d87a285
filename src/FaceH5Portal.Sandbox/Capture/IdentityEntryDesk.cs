using System.Text.RegularExpressions;
using FaceH5Portal.Sandbox.Plans;
using FaceH5Portal.Sandbox.State;
using FaceH5Portal.Sandbox.Verdicts;

namespace FaceH5Portal.Sandbox.Capture;

/// <summary>Takes the identity on the page: both sides of an ID card and a confirmation, or typing.</summary>
internal sealed partial class IdentityEntryDesk(SandboxState state, CaptureFiles files, SandboxClock clock)
{
    /// <summary>Reading the front opens what is billed as one use of the OCR service; every later reading only counts.</summary>
    public VerifyToken Scan(VerifyToken token, string side, byte[] jpeg)
    {
        if (SandboxPlan.Of(token).Entry != IdentityEntry.OcrFrontAndBack || token.Identity is not null) return token;
        var stage = OpenStage(token);
        if (stage is null && side == "back") return token;
        var card = files.KeepCard(jpeg);
        var scanned = stage switch
        {
            null => new OcrStage(clock.GetUtcNow(), card),
            _ when side == "back" => stage with { BackId = card, Count = stage.Count + 1 },
            _ => stage with { FrontId = card, Count = stage.Count + 1 },
        };
        return state.Save(token with { OcrStages = [.. token.OcrStages.Where(other => other != stage), scanned] });
    }

    public VerifyToken Confirm(VerifyToken token, string name, string number) =>
        SandboxPlan.Of(token) is { AsksForIdentity: true } plan && token.Identity is null && StepOf(token, plan).Step is "confirm" or "manual"
            ? state.Save(token with { Identity = new Identity(name, number, CertificateType: 0) })
            : token;

    public static CaptureView StepOf(VerifyToken token, SandboxPlan plan) => plan.Entry switch
    {
        IdentityEntry.Manual => new("manual"),
        _ => OpenStage(token) switch
        {
            null => new("ocr-front"),
            { BackId: null } => new("ocr-back"),
            _ => new("confirm") { Ocr = OcrReading.Synthetic },
        },
    };

    /// <summary>The name of the text that says what is wrong with an entry.</summary>
    public static string? FaultOf(string name, string number)
    {
        if (name.Length == 0) return "name-missing";
        return IdNumber().IsMatch(number) ? null : "number-bad";
    }

    private static OcrStage? OpenStage(VerifyToken token) => token.OcrStages.FirstOrDefault(stage => stage.Order is null);

    [GeneratedRegex("^[0-9]{17}[0-9Xx]$")]
    private static partial Regex IdNumber();
}
