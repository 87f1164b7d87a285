using System.Globalization;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Codes;

/// <summary>
/// What each of Baidu's codes means and what to do about it. The rules stand in <c>codes.tsv</c> beside this file and nowhere else: a row for every
/// code some source speaks of, and rows for the neighbourhoods in which a new one would have to be taken like the others.
/// </summary>
public static class BaiduCodeTable
{
    private static readonly CodeRow[] Rows = [.. EmbeddedTable.Rows("baidu-codes.tsv").Select(CodeRow.Parse)];
    private static readonly Dictionary<string, CodeRow> Singles = Rows.Where(row => row.IsSingle).ToDictionary(row => row.Entry.Code);
    private static readonly CodeRow[] Neighbourhoods = [.. Rows.Where(row => !row.IsSingle).OrderBy(row => row.Width)];

    /// <summary>Every listed code, smallest first.</summary>
    public static IReadOnlyList<BaiduCodeEntry> Listed { get; } = [.. Singles.Values.OrderBy(row => row.First).Select(row => row.Entry)];

    /// <summary>What is known about a code.</summary>
    /// <param name="code">The raw code, as <see cref="VendorFault.Code"/>, <see cref="VendorAttempt.Code"/> or <see cref="VerificationDetail.Code"/> give it; spaces around it do not matter.</param>
    /// <returns>Its entry; for an unlisted code that of its neighbourhood; for null, words of ours and anything else an entry of family <see cref="BaiduCodeFamily.Unknown"/>. Never null.</returns>
    public static BaiduCodeEntry Of(string? code)
    {
        string given = code?.Trim() ?? "";
        // Anything that is no number falls to the last row, which takes everything.
        int number = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) && parsed < int.MaxValue ? parsed : -1;
        var row = Singles.GetValueOrDefault(given) ?? Neighbourhoods.First(row => row.Covers(number));
        return row.Entry.Code == given ? row.Entry : row.Entry with { Code = given };
    }
}
