using System.Text.Json;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Says beforehand how the attempts of a verify_token, or of everyone with an ID number, are to end.</summary>
internal sealed class ScriptControl(SandboxState state)
{
    private const int HighestCode = 999_999;

    public async Task<object> SetAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, "verify_token", "id_no", "attempts", "vendor", "answer");
        if (PhotoScriptControl.IsMeant(body)) return PhotoScriptControl.Set(body, state);
        var token = ControlBody.Text(body, "verify_token");
        var number = ControlBody.Text(body, "id_no");
        if ((token is null) == (number is null)) throw new ControlRefusal("Give either \"verify_token\" or \"id_no\".");
        var outcomes = Outcomes(body);
        return state.Exclusively(() =>
        {
            if (token is not null && state.VerifyToken(token) is null) throw new ControlRefusal("This verify_token was never minted here.");
            state.Save(new Script(token is null ? Script.ForNumber(number!) : Script.ForToken(token), outcomes));
            return new { Attempts = outcomes.Count };
        });
    }

    private static List<ScriptedOutcome> Outcomes(JsonElement body)
    {
        if (!body.TryGetProperty("attempts", out var attempts) || attempts.ValueKind != JsonValueKind.Array || attempts.GetArrayLength() == 0)
            throw new ControlRefusal("\"attempts\" must be a list of at least one {\"code\":0,\"score\":93.5}.");
        return [.. attempts.EnumerateArray().Select(Outcome)];
    }

    private static ScriptedOutcome Outcome(JsonElement attempt)
    {
        ControlBody.Check(attempt, "An attempt", "code", "score", "risk_level", "risk_tag", "demoted");
        if (!attempt.TryGetProperty("code", out var element) || element.ValueKind != JsonValueKind.Number
            || !element.TryGetInt32(out var code) || code is < 0 or > HighestCode)
            throw new ControlRefusal($"\"code\" must be a whole number from 0 to {HighestCode}, such as 0 or 222351.");
        return new ScriptedOutcome(
            code, Score(attempt, code), RiskLevel(attempt), ControlBody.Text(attempt, "risk_tag"), ControlBody.Flag(attempt, "demoted") ?? false);
    }

    private static string? RiskLevel(JsonElement attempt) => ControlBody.Text(attempt, "risk_level") switch
    {
        null or "1" or "2" or "3" or "4" => ControlBody.Text(attempt, "risk_level"),
        _ => throw new ControlRefusal("\"risk_level\" must be \"1\", \"2\", \"3\" or \"4\"; 1 and 2 mean risk."),
    };

    private static double? Score(JsonElement attempt, int code)
    {
        if (!attempt.TryGetProperty("score", out var element) || element.ValueKind == JsonValueKind.Null) return null;
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out var score) || score is < 0 or > 100)
            throw new ControlRefusal("\"score\" must be a number from 0 to 100.");
        return code is VerdictCode.Passed or VerdictCode.BelowThreshold
            ? score
            : throw new ControlRefusal($"Code {code} has no score; only {VerdictCode.Passed} and {VerdictCode.BelowThreshold} have one.");
    }
}
