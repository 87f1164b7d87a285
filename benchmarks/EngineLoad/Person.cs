using System.Globalization;

namespace EngineLoad;

/// <summary>A made-up person. Nobody comes twice: whoever is checked again and again is the exception, not the load.</summary>
/// <param name="Reference">What the integrator calls the session.</param>
/// <param name="Name">The same for all.</param>
/// <param name="Number">A number whose check digit is right.</param>
public sealed record Person(string Reference, string Name, string Number)
{
    private const string Area = "110101";
    private const int SeveralADay = 500;
    private const string CheckDigits = "10X98765432";

    private static readonly DateOnly First = new(1960, 1, 1);
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static Person Of(int number)
    {
        var born = First.AddDays(number / SeveralADay).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var body = string.Create(CultureInfo.InvariantCulture, $"{Area}{born}{number % SeveralADay:000}");
        var sum = body.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum();
        return new Person(number.ToString(CultureInfo.InvariantCulture), "测试甲", body + CheckDigits[sum % CheckDigits.Length]);
    }
}
