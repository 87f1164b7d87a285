namespace FaceH5Portal.Vendors.Baidu.Codes;

/// <summary>One line of the data: the codes it speaks for, from first to last, and what it says about them.</summary>
internal sealed record CodeRow(int First, int Last, BaiduCodeEntry Entry)
{
    private const string EveryOther = "*";

    public bool IsSingle => First == Last;

    public int Width => Last - First;

    public bool Covers(int code) => First <= code && code <= Last;

    public static CodeRow Parse(string[] cells)
    {
        bool everyOther = cells[0] == EveryOther;
        string[] ends = cells[0].Split('-');
        int first = everyOther ? -1 : Number(ends[0]);
        return new CodeRow(first, everyOther ? int.MaxValue - 1 : Number(ends[^1]), new BaiduCodeEntry
        {
            Code = cells[0],
            IsListed = !everyOther && ends.Length == 1,
            Family = Word<BaiduCodeFamily>(cells[1]),
            Charged = Word<VendorCharged>(cells[2]),
            IsVerdict = cells[3] == "verdict",
            RetryWith = Word<VendorRetryWith>(cells[4]),
            Token = Word<BaiduTokenAfter>(cells[5]),
            NextStep = Word<BaiduNextStep>(cells[6]),
            EndUser = new VendorText(cells[7], cells[8]),
            Operator = new VendorText(cells[9], cells[10]),
        });
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The data writes better-light where the code says BetterLight.</summary>
    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
