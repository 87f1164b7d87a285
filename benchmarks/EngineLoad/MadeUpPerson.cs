using System.Globalization;

namespace EngineLoad;

/// <summary>Nobody: another for each number, as a business meets another person each time.</summary>
public sealed record MadeUpPerson(string Name, string IdNumber)
{
    private const int PerBirthday = 900;

    // GB 11643: each place's weight, and what the remainder is written as.
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CheckDigits = "10X98765432";

    private static readonly DateOnly FirstBirthday = new(1960, 1, 1);

    public static MadeUpPerson Of(int number)
    {
        var born = FirstBirthday.AddDays(number / PerBirthday);
        var places = string.Create(CultureInfo.InvariantCulture, $"110101{born:yyyyMMdd}{100 + number % PerBirthday}");
        return new MadeUpPerson("测试甲", places + CheckDigits[Weights.Select((weight, place) => weight * (places[place] - '0')).Sum() % CheckDigits.Length]);
    }
}
