using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>Decides how the next attempt ends: script for the token, script for the ID number, the page's panel, magic number or name, pass.</summary>
internal sealed partial class OutcomePlanner(SandboxState state)
{
    public ScriptedOutcome Next(VerifyToken token, int? chosenCode)
    {
        var identity = token.Identity;
        return Take(Script.ForToken(token.Value))
            ?? (identity is null ? null : Take(Script.ForNumber(identity.Number)))
            ?? new ScriptedOutcome(chosenCode ?? MagicCode(identity) ?? VerdictCode.Passed);
    }

    private ScriptedOutcome? Take(string key)
    {
        if (state.Script(key) is not { } script) return null;
        if (script.Outcomes.Count > 1) state.Save(script with { Outcomes = [.. script.Outcomes.Skip(1)] });
        return script.Outcomes[0];
    }

    private static int? MagicCode(Identity? identity)
    {
        if (identity is null) return null;
        return MagicNumber.CodeOf(identity.Number) ?? (MagicName().Match(identity.Name) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null);
    }

    [GeneratedRegex("^测试([0-9]{1,6})$")]
    private static partial Regex MagicName();
}
