using System.Globalization;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>Ids and times as Microsoft.Data.Sqlite stores them, so that the context's questions find them.</summary>
internal static class StoredText
{
    public const int GuidLength = 36;
    public const int DateLength = 10;
    public const int LongestTime = 27;

    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private const int WholeSeconds = 19;
    private const int TickDigits = 7;

    public static ReadOnlySpan<byte> Write(Span<byte> text, Guid value)
    {
        value.TryFormat(text, out var written);
        foreach (ref var letter in text[..written])
            if (letter is >= (byte)'a' and <= (byte)'f')
                letter -= 'a' - 'A';
        return text[..written];
    }

    public static ReadOnlySpan<byte> Write(Span<byte> text, DateTime value)
    {
        value.TryFormat(text, out var written, TimeFormat, CultureInfo.InvariantCulture);
        return text[..written];
    }

    public static ReadOnlySpan<byte> Write(Span<byte> text, DateOnly value)
    {
        value.TryFormat(text, out var written, DateFormat, CultureInfo.InvariantCulture);
        return text[..written];
    }

    public static Guid ReadGuid(ReadOnlySpan<byte> text) => Guid.Parse(text);

    public static DateOnly ReadDate(ReadOnlySpan<byte> text) => new(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));

    public static DateTime ReadTime(ReadOnlySpan<byte> text)
    {
        var whole = new DateTime(
            Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
        return text.Length <= WholeSeconds + 1 ? whole : whole.AddTicks(Ticks(text[(WholeSeconds + 1)..]));
    }

    private static long Ticks(ReadOnlySpan<byte> digits)
    {
        var ticks = (long)Number(digits, 0, digits.Length);
        for (var missing = digits.Length; missing < TickDigits; missing++)
            ticks *= 10;
        return ticks;
    }

    private static int Number(ReadOnlySpan<byte> text, int from, int digits)
    {
        var number = 0;
        foreach (var digit in text.Slice(from, digits))
            number = digit is >= (byte)'0' and <= (byte)'9' ? number * 10 + (digit - '0') : throw new FormatException("That is no stored time.");
        return number;
    }
}
