using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>Decides what a vendor says of a person: a script for the ID number or for everybody, a magic name, else a match.</summary>
internal sealed partial class PhotoDirector(SandboxState state)
{
    /// <param name="vendor">Which one.</param>
    /// <param name="idNumber">Whose script counts.</param>
    /// <param name="name">May be a magic one.</param>
    /// <param name="magic">What the vendor's words stand for.</param>
    /// <param name="ofScore">The vendor's answer with a score, of 100.</param>
    /// <param name="usual">The score of a match.</param>
    /// <returns>The vendor's own result fields, to be altered freely.</returns>
    public JsonObject Direct(
        string vendor, string idNumber, string name, IReadOnlyList<PhotoMagic> magic, Func<double, JsonObject> ofScore, double usual)
    {
        if (state.Photos.Script(vendor, idNumber) is { } script) return script.DeepClone().AsObject();
        if (MagicName().Match(name) is not { Success: true } match) return ofScore(usual);
        var word = match.Groups[1].Value;
        if (magic.FirstOrDefault(known => known.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } told) return told.Answer.DeepClone().AsObject();
        return ofScore(Score().Match(word) is { Success: true } score ? double.Parse(score.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : usual);
    }

    [GeneratedRegex("^测试(.+)$")]
    private static partial Regex MagicName();

    [GeneratedRegex(@"^score([0-9]{1,3}(\.[0-9]+)?)$")]
    private static partial Regex Score();
}
