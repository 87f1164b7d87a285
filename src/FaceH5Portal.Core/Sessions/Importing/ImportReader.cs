using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>Reads a table of people. What is wrong with a line is said of that line, and the others are read all the same.</summary>
public static partial class ImportReader
{
    public const int MostBytes = 16 * 1024 * 1024;

    public const int MostRows = 100_000;

    private static readonly string[] Delimiters = [",", ";", "\t"];

    public static Result<ImportTable> Read(byte[] file, ImportWords words)
    {
        if (file.Length > MostBytes)
            return TooBig;
        var text = ImportText.Decode(file);
        if (!text.Ok)
            return text.Errors.ToList();
        var bad = false;
        using var parser = new CsvParser(new StringReader(text.Value), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text.Value),
            BadDataFound = _ => bad = true,
        });
        if (!parser.Read())
            return new PortalError("import-empty");
        var heads = ImportHeads.Of(parser.Record!, words);
        if (!heads.Ok)
            return heads.Errors.ToList();
        var rows = new List<ImportedRow>();
        for (var last = parser.RawRow; parser.Read(); last = parser.RawRow)
        {
            bad = false;
            var cells = parser.Record!;
            if (!bad && cells.All(string.IsNullOrWhiteSpace))
                continue;
            // No cell of ours has a line break; where one is, a quotation mark was most likely left open, and lines hide behind it.
            bad |= cells.Any(cell => cell.Contains('\n'));
            var broken = bad ? new PortalError("import-row-broken", null, last + 1, last + 1 + BreaksIn(parser.RawRecord)) : null;
            rows.Add(RowOf(bad ? last + 1 : parser.RawRow, cells, heads.Value, words, broken ?? (rows.Count >= MostRows ? TooMany : null)));
        }
        return rows.Count == 0 ? new PortalError("import-empty") : new ImportTable(rows, heads.Value.Unused);
    }

    public static PortalError TooBig => new PortalError("import-too-big", null, MostBytes / 1024 / 1024);

    private static PortalError TooMany => new PortalError("import-row-too-many", null, MostRows);

    private static int BreaksIn(string record) => record.TrimEnd('\r', '\n').Count(letter => letter == '\n');

    private static ImportedRow RowOf(int line, string[] cells, ImportHeads heads, ImportWords words, PortalError? fault)
    {
        var row = new ImportedRow(line)
        {
            Name = heads.Cell(cells, ImportColumn.Name),
            Number = heads.Cell(cells, ImportColumn.Number),
            Reference = heads.Cell(cells, ImportColumn.Reference),
        };
        var type = words.Type(heads.Cell(cells, ImportColumn.Type));
        return row with { Type = type ?? default, Fault = fault ?? FaultOf(row, cells, heads, isTypeKnown: type is not null) };
    }

    private static PortalError? FaultOf(ImportedRow row, string[] cells, ImportHeads heads, bool isTypeKnown)
    {
        if (cells.Length < heads.Count || cells.Skip(heads.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            return new PortalError("import-row-cells", null, cells.Length, heads.Count);
        if ((row.Name + row.Number + row.Reference).Contains(ImportText.Unreadable))
            return new PortalError("import-row-encoding");
        if (!isTypeKnown)
            return new PortalError("import-row-type", nameof(ImportColumn.Type));
        return Rounded().IsMatch(row.Number) ? new PortalError("import-row-rounded", nameof(ImportColumn.Number)) : null;
    }

    /// <summary>The one that the first line has most of; cells of ours have none of them.</summary>
    private static string DelimiterOf(string text)
    {
        var head = text.AsSpan().TrimStart();
        var end = head.IndexOfAny('\r', '\n');
        var line = end < 0 ? head.ToString() : head[..end].ToString();
        return Delimiters.MaxBy(delimiter => line.Split(delimiter).Length)!;
    }

    // What a spreadsheet makes of 18 digits that it takes for a number; the last three are lost.
    [GeneratedRegex(@"^\d([.,]\d+)?E\+\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();
}
