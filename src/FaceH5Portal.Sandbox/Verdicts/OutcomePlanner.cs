using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>Decides how the next attempt ends: script for the token, script for the ID number, magic name, pass.</summary>
internal sealed partial class OutcomePlanner(SandboxState state)
{
    public ScriptedOutcome Next(VerifyToken token) =>
        Take(Script.ForToken(token.Value))
        ?? (token.Identity is { } identity ? Take(Script.ForNumber(identity.Number)) ?? FromName(identity.Name) : null)
        ?? new ScriptedOutcome(VerdictCode.Passed, Score: null);

    private ScriptedOutcome? Take(string key)
    {
        if (state.Script(key) is not { } script) return null;
        if (script.Outcomes.Count > 1) state.Save(script with { Outcomes = [.. script.Outcomes.Skip(1)] });
        return script.Outcomes[0];
    }

    private static ScriptedOutcome? FromName(string name) =>
        MagicName().Match(name) is { Success: true } match
            ? new ScriptedOutcome(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Score: null)
            : null;

    [GeneratedRegex("^测试([0-9]{1,6})$")]
    private static partial Regex MagicName();
}
