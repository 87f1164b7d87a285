using System.Globalization;
using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>How often each of the services behind the flow answered what. Which attempt calls which service is inferred.</summary>
internal sealed class QueryStat(SandboxState state) : ResultQuery(state)
{
    public override string Name => "result/stat";

    protected override bool NeedsV4 => false;

    protected override FaceprintAnswer Result(FaceprintCall call, VerifyToken token)
    {
        var captured = token.Attempts.Where(attempt => attempt.FaceId is not null).ToList();
        var compared = captured.Where(attempt => attempt.Charged() && attempt.RiskLevel is null).Select(attempt => attempt.Code);
        return FaceprintAnswer.Success(new Dictionary<string, object>
        {
            ["Verify_FIN"] = Counts(token.Attempts.Select(attempt => attempt.Code)),
            ["Sessioncode"] = Counts(token.Attempts.Select(_ => 0)),
            ["OCR"] = Counts(token.OcrStages.SelectMany(stage => Enumerable.Repeat(0, stage.Count))),
            ["verify"] = Counts(State.Profile.Is(Switches.StatComparisons, "one_more") ? compared.Append(0) : compared),
            ["VideoLiveness"] = Counts(captured.Where(attempt => attempt.Demoted).Select(Liveness)),
            ["Livenesscolorful"] = Counts(captured.Where(attempt => !attempt.Demoted).Select(Liveness)),
            ["VerifySec"] = Counts(captured.Where(attempt => attempt.Charged() && attempt.RiskLevel is not null).Select(attempt => attempt.Code)),
        });
    }

    private static int Liveness(Attempt attempt) => attempt.Passed || attempt.Charged() ? 0 : attempt.Code;

    private static List<object> Counts(IEnumerable<int> codes) =>
    [
        .. codes.CountBy(code => code).OrderBy(pair => pair.Key)
            .Select(pair => new { ErrorCode = pair.Key.ToString(CultureInfo.InvariantCulture), Count = pair.Value }),
    ];
}
