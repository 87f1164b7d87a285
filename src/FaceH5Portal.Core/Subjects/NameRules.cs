using System.Globalization;
using System.Text;

namespace FaceH5Portal.Core.Subjects;

/// <summary>How a name is written so that the authority finds it: one kind of middle dot, and no character of a private font.</summary>
public static class NameRules
{
    public const int Longest = 50;

    /// <summary>U+00B7, as on the ID card of 阿·买买提.</summary>
    public const char MiddleDot = '·';

    // What keyboards and forms put in its place.
    private const string OtherDots = "•‧∙⋅・･．.。";

    public static string Tidy(string name)
    {
        var trimmed = name.Trim();
        // Between Latin words a dot is a dot: J. Smith.
        if (!trimmed.Any(IsChinese))
            return trimmed;
        var text = new StringBuilder(trimmed.Length);
        foreach (var character in trimmed)
            text.Append(OtherDots.Contains(character) ? MiddleDot : character);
        return text.ToString().Trim(MiddleDot);
    }

    /// <summary>The code of what is wrong with a tidied name; null when nothing is.</summary>
    public static string? FaultOf(string name)
    {
        if (name.Length == 0)
            return "name-empty";
        if (name.Length > Longest)
            return "name-too-long";
        var kinds = name.EnumerateRunes().Select(Rune.GetUnicodeCategory).ToList();
        if (kinds.Contains(UnicodeCategory.PrivateUse))
            return "name-private-characters";
        return kinds.TrueForAll(IsOfNames) && !name.Contains('\uFFFD') ? null : "name-characters";
    }

    private static bool IsOfNames(UnicodeCategory kind) => kind is
        UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation
        // Some rare characters stand on the vendor's own table as a description: 吉(⿱士口).
        or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.OtherSymbol
        // The sandbox's magic names carry a code.
        or UnicodeCategory.DecimalDigitNumber;

    private static bool IsChinese(char character) => character >= '\u2E80' || char.IsSurrogate(character);
}
