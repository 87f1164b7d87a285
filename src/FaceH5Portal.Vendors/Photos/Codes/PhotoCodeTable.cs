using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Photos.Codes;

/// <summary>One vendor's codes, as its file beside this class has them: the longest row that fits a code speaks for it.</summary>
internal sealed class PhotoCodeTable
{
    private const string EveryOther = "*";

    private readonly Dictionary<string, PhotoCodeEntry> _rows;
    private readonly PhotoCodeEntry[] _families;

    private PhotoCodeTable(IReadOnlyList<PhotoCodeEntry> rows)
    {
        Rows = rows;
        _rows = rows.ToDictionary(row => row.Code, StringComparer.Ordinal);
        _families = [.. rows.Where(row => row.Code.EndsWith(EveryOther, StringComparison.Ordinal)).OrderByDescending(row => row.Code.Length)];
    }

    public IReadOnlyList<PhotoCodeEntry> Rows { get; }

    public static PhotoCodeTable Load(string resource) => new([.. EmbeddedTable.Rows(resource).Select(Parse)]);

    public PhotoCodeEntry Of(string code) => Find(code) ?? throw new InvalidOperationException("The table speaks for every code.");

    public PhotoCodeEntry? Find(string code) => _rows.GetValueOrDefault(code)
        ?? _families.FirstOrDefault(family => code.StartsWith(family.Code.AsSpan(..^1), StringComparison.Ordinal));

    private static PhotoCodeEntry Parse(string[] cells) => new()
    {
        Code = cells[0],
        Outcome = Enum.Parse<PhotoOutcome>(cells[1]),
        ErrorKind = cells[2] == "-" ? null : Enum.Parse<PhotoErrorKind>(cells[2]),
        Charged = Enum.Parse<VendorCharged>(cells[3]),
        RetryWith = Enum.Parse<VendorRetryWith>(cells[4]),
        Meaning = new VendorText(cells[5], cells[6]),
    };
}
