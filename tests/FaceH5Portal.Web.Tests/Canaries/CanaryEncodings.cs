using System.Globalization;
using System.Text;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>The forms in which something may stand where nobody meant it to.</summary>
internal static class CanaryEncodings
{
    public static IEnumerable<(string Form, byte[] Bytes)> OfText(string text)
    {
        foreach (var found in OfBytes(Encoding.UTF8.GetBytes(text)))
            yield return found;
        yield return ("UTF-16", Encoding.Unicode.GetBytes(text));
        yield return ("UTF-16 big end first", Encoding.BigEndianUnicode.GetBytes(text));
        if (text.All(char.IsAscii))
            yield break;
        yield return ("URL", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)));
        yield return ("URL in small letters", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text).ToLowerInvariant()));
        yield return ("JSON", Encoding.ASCII.GetBytes(Escaped(text, "X4")));
        yield return ("JSON in small letters", Encoding.ASCII.GetBytes(Escaped(text, "x4")));
    }

    public static IEnumerable<(string Form, byte[] Bytes)> OfBytes(byte[] bytes)
    {
        yield return ("plain", bytes);
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
        yield return ("hex in small letters", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        for (var before = 0; before < 3; before++)
            yield return ($"base64, {before} bytes behind a group's start", Encoding.ASCII.GetBytes(Base64(bytes, before)));
    }

    /// <summary>The letters that these bytes alone decide, wherever they begin within a group of three.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var (first, end) = (((before * 8) + 5) / 6, (before + bytes.Length) * 8 / 6);
        return whole[first..end];
    }

    private static string Escaped(string text, string hex) =>
        string.Concat(text.Select(letter => $"\\u{((int)letter).ToString(hex, CultureInfo.InvariantCulture)}"));
}
