namespace FaceH5Portal.Core.Backups;

/// <summary>Where backups are kept that the portal makes by itself.</summary>
public sealed record BackupShelf(string Folder)
{
    /// <summary>Deletes all but the newest of a folder, and what a killed process left unfinished; answers how many that were.</summary>
    public static int Keep(string shelf, int newest)
    {
        var (unfinished, finished) = Split(Directory.GetDirectories(shelf, BackupFiles.Prefix + "*"));
        // Not by name: of one second a name that became free again is taken by a newer one.
        var old = finished.OrderBy(MadeAtUtc).SkipLast(newest).Concat(unfinished).ToList();
        old.ForEach(folder => Directory.Delete(folder, recursive: true));
        return old.Count;
    }

    /// <summary>When the newest whole one was made; null where there is none.</summary>
    public static DateTime? Newest(string shelf) => !Directory.Exists(shelf) ? null
        : Split(Directory.GetDirectories(shelf, BackupFiles.Prefix + "*")).Finished.Select(MadeAtUtc).Max();

    /// <summary>Null where the manifest is missing or unreadable.</summary>
    private static DateTime? MadeAtUtc(string folder) => Path.Combine(folder, BackupFiles.Manifest) is var file && File.Exists(file)
        ? BackupManifest.Read(File.ReadAllBytes(file))?.MadeAtUtc : null;

    private static (IEnumerable<string> Unfinished, IEnumerable<string> Finished) Split(string[] folders)
    {
        var byEnd = folders.Order(StringComparer.Ordinal).ToLookup(folder => folder.EndsWith(BackupFiles.Unfinished, StringComparison.Ordinal));
        return (byEnd[true], byEnd[false]);
    }
}
