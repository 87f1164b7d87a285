namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>A line of a table that no spreadsheet runs as a formula.</summary>
internal static class CsvText
{
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // Spreadsheets take these for the start of a formula, some of them behind white space or in full width.
    private static string Cell(string? text) => text is null ? "" : $"\"{(StartsFormula(text) ? "'" : "")}{text.Replace("\"", "\"\"")}\"";

    private static bool StartsFormula(string text) =>
        text.TrimStart() is [var first, ..] && "=+-@|＝＋－＠".Contains(first) || text is ['\t' or '\r' or '\n', ..];
}
