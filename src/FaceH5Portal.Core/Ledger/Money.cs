using System.Globalization;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Amounts are whole numbers of 1/10,000 CNY; text is made only to be read or typed.</summary>
public static class Money
{
    public const int UnitsPerYuan = 10_000;

    public static string Text(long amount) =>
        ToYuan(amount).ToString("0.00##", CultureInfo.InvariantCulture);

    public static decimal ToYuan(long amount) => amount / (decimal)UnitsPerYuan;

    /// <summary>What nobody could mean is cut to a billion, so that a rule may refuse it in words.</summary>
    public static long FromYuan(decimal yuan) => (long)decimal.Round(Math.Clamp(yuan, -1e9m, 1e9m) * UnitsPerYuan);
}
