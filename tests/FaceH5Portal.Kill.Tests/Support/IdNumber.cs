using System.Globalization;

namespace FaceH5Portal.Kill.Tests.Support;

/// <summary>Made-up resident numbers, each with its right check character.</summary>
internal static class IdNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static string Of(int n)
    {
        var born = new DateOnly(1980, 1, 1).AddDays(n).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var body = $"110101{born}001";
        return body + "10X98765432"[body.Select((digit, at) => (digit - '0') * Weights[at]).Sum() % 11];
    }
}
