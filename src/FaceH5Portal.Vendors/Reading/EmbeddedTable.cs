namespace FaceH5Portal.Vendors.Reading;

/// <summary>Reads the tables of codes that are embedded beside the code that uses them: a line of heads, then cells between tabs.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string resource)
    {
        using var data = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is missing from the assembly.");
        using var reader = new StreamReader(data);
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Skip(1).Select(line => line.TrimEnd('\r').Split('\t'));
    }
}
