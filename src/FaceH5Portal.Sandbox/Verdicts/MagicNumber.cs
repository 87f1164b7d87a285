using System.Globalization;
using FaceH5Portal.Sandbox.Codes;

namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>
/// ID numbers that choose their own outcome: a code of the verdict in place of the region, and a birthday that
/// marks them, so that a number with a real region cannot be one by chance.
/// </summary>
internal static class MagicNumber
{
    private const int Length = 18;
    private const int CodeLength = 6;
    private const string Birthday = "19491001";

    public static int? CodeOf(string number) =>
        number.Length == Length && number.AsSpan(CodeLength).StartsWith(Birthday, StringComparison.Ordinal)
        && int.TryParse(number.AsSpan(0, CodeLength), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && VerdictCode.All.Any(known => known.Code == code) ? code : null;
}
