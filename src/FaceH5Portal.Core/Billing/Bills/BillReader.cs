using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions.Importing;

namespace FaceH5Portal.Core.Billing.Bills;

/// <summary>Reads the vendor's bill of one month, all of it or nothing: each line that cannot be taken is told with its number.</summary>
public static class BillReader
{
    public const int MostBytes = 4 * 1024 * 1024;

    private const string Currency = "CNY";

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyyMMdd", "yyyy-MM-dd HH:mm:ss"];

    public static Result<IReadOnlyList<BillLine>> Read(byte[] file, DateOnly month, BillMapping mapping)
    {
        if (file.Length > MostBytes)
            return TooBig;
        var text = ImportText.Decode(file);
        if (!text.Ok)
            return text.Errors.ToList();
        if (text.Value.Contains(ImportText.Unreadable))
            return new PortalError("import-encoding");
        using var parser = new CsvParser(new StringReader(text.Value), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!parser.Read())
            return new PortalError("import-empty");
        var heads = parser.Record!.Select(head => head.Trim()).ToList();
        var wrong = mapping.Heads.Where(head => !IsRight(head.Key, head.Value, heads)).Select(head => head.Value).ToList();
        if (wrong.Count > 0)
            return new PortalError("bill-heads", null, string.Join(", ", wrong));
        var places = mapping.Heads.ToDictionary(head => head.Key, head => head.Value.Length == 0 ? -1 : heads.IndexOf(head.Value));
        return Rows(parser, heads.Count, places, month, mapping);
    }

    public static PortalError TooBig => new PortalError("import-too-big", null, MostBytes / 1024 / 1024);

    /// <summary>Of two columns with one head nobody knows which is meant; that of the currency may be missing, or have no name at all.</summary>
    private static bool IsRight(BillColumn column, string head, List<string> heads) => heads.Count(one => one == head) switch
    {
        1 => true,
        0 => column == BillColumn.Currency,
        _ => column == BillColumn.Currency && head.Length == 0,
    };

    private static Result<IReadOnlyList<BillLine>> Rows(
        CsvParser parser, int width, Dictionary<BillColumn, int> places, DateOnly month, BillMapping mapping)
    {
        var (lines, errors) = (new List<BillLine>(), new List<PortalError>());
        while (parser.Read())
        {
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            var line = Row(parser.RawRow, cells, width, places, month, mapping);
            if (line.Ok && lines.Exists(known => known.Day == line.Value.Day && known.Type == line.Value.Type))
                line = new PortalError("bill-row-twice", null, parser.RawRow);
            if (line.Ok)
                lines.Add(line.Value);
            else
                errors.Add(line.Errors[0]);
        }
        return errors.Count > 0 ? errors : lines.Count == 0 ? new PortalError("import-empty") : lines;
    }

    private static Result<BillLine> Row(
        int number, string[] cells, int width, Dictionary<BillColumn, int> places, DateOnly month, BillMapping mapping)
    {
        if (cells.Length != width)
            return new PortalError("bill-row-cells", null, number, cells.Length, width);
        string Cell(BillColumn column) => places[column] < 0 ? "" : cells[places[column]].Trim();
        if (!DateOnly.TryParseExact(Cell(BillColumn.Day), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new PortalError("bill-row-day", null, number, Cell(BillColumn.Day));
        if (LedgerFilter.MonthOf(day) != month)
            return new PortalError("bill-row-month", null, number, Cell(BillColumn.Day));
        if (mapping.Items.FirstOrDefault(item => item.Word == Cell(BillColumn.Item)) is not { } item)
            return new PortalError("bill-row-item", null, number, Cell(BillColumn.Item));
        if (places[BillColumn.Currency] >= 0 && Cell(BillColumn.Currency) != Currency)
            return new PortalError("bill-row-currency", null, number, Cell(BillColumn.Currency));
        if (!int.TryParse(Cell(BillColumn.Quantity), NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quantity)
            || !decimal.TryParse(Cell(BillColumn.Amount), NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) || Math.Abs(yuan) > 1e9m
            || yuan * Money.UnitsPerYuan != decimal.Truncate(yuan * Money.UnitsPerYuan))
            return new PortalError("bill-row-number", null, number);
        return new BillLine { Day = day, Type = item.Type, Quantity = quantity, Amount = Money.FromYuan(yuan) };
    }
}
