namespace FaceH5Portal.Sandbox.State;

/// <summary>How one attempt is to end; no score means the usual one for the code.</summary>
internal sealed record ScriptedOutcome(
    int Code, double? Score = null, string? RiskLevel = null, string? RiskTag = null, bool Demoted = false);

/// <summary>The outcomes still to come for a verify_token or an ID number; the last one repeats.</summary>
internal sealed record Script(string Key, IReadOnlyList<ScriptedOutcome> Outcomes)
{
    public static string ForToken(string verifyToken) => "token:" + verifyToken;

    public static string ForNumber(string idNumber) => "id_no:" + idNumber;
}
