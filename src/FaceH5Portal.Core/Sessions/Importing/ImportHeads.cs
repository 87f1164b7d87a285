using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>Which cell of a line is what.</summary>
internal sealed record ImportHeads(IReadOnlyDictionary<ImportColumn, int> Places, IReadOnlyList<string> Unused, int Count)
{
    public static Result<ImportHeads> Of(IReadOnlyList<string> cells, ImportWords words)
    {
        // Spreadsheets keep empty columns at the edge once something stood in them.
        var heads = cells.Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse().ToList();
        var known = heads.Select((head, place) => (Column: words.Column(head), place)).Where(head => head.Column is not null).ToList();
        if (known.Count == 0)
            return new PortalError("import-columns");
        if (known.GroupBy(head => head.Column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new PortalError("import-column-twice", null, heads[twice.First().place]);
        return new ImportHeads(
            known.ToDictionary(head => head.Column!.Value, head => head.place),
            [.. heads.Where(head => words.Column(head) is null && !string.IsNullOrWhiteSpace(head))], heads.Count);
    }

    /// <summary>As typed, without the marks that keep a spreadsheet from taking a number for one.</summary>
    public string Cell(IReadOnlyList<string> cells, ImportColumn column)
    {
        if (!Places.TryGetValue(column, out var place) || place >= cells.Count)
            return "";
        var cell = cells[place].Trim().TrimStart('\'');
        return cell is ['=', '"', .. var inner, '"'] ? inner : cell;
    }
}
