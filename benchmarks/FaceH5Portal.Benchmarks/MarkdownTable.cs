namespace FaceH5Portal.Benchmarks;

/// <summary>Results as they go into the documentation.</summary>
internal sealed class MarkdownTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString() =>
        string.Join(Environment.NewLine, [Line(columns), Line([.. columns.Select(_ => "---")]), .. _rows.Select(Line), ""]);

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
