using System.Globalization;

namespace FaceH5Portal.Core.Subjects;

/// <summary>GB 11643: six digits of place, eight of birth date, three of sequence, one check character.</summary>
public static class ResidentNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool HasShape(string number) =>
        number.Length == 18 && number[..17].All(char.IsAsciiDigit)
        && (char.IsAsciiDigit(number[17]) || number[17] == 'X');

    public static DateOnly? BirthDate(string number) =>
        DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;

    public static char CheckCharacter(string number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (number[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }
}
