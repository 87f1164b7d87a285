using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>The words that a file may use for columns and certificates, in every language of the console at once: files wander between offices.</summary>
public sealed class ImportWords(IEnumerable<(string Word, ImportColumn Column)> columns, IEnumerable<(string Word, CertificateType Type)> types)
{
    private readonly Dictionary<string, ImportColumn> columns = Table(columns);
    private readonly Dictionary<string, CertificateType> types = Table(types);

    public ImportColumn? Column(string head) => columns.TryGetValue(head.Trim(), out var column) ? column : null;

    /// <summary>An empty cell is the card that nearly everybody has; null where the word is not known.</summary>
    public CertificateType? Type(string cell) =>
        cell.Length == 0 ? CertificateType.ResidentIdCard : types.TryGetValue(cell, out var type) ? type : null;

    private static Dictionary<string, T> Table<T>(IEnumerable<(string Word, T Meaning)> words)
    {
        var table = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, meaning) in words)
            table[word] = meaning;
        return table;
    }
}
