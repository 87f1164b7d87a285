namespace FaceH5Portal.Core.Backups;

/// <summary>Where backups are kept that the portal makes by itself.</summary>
public sealed record BackupShelf(string Folder)
{
    /// <summary>Deletes all but the newest of a folder, and what a killed process left unfinished; answers how many that were.</summary>
    public static int Keep(string shelf, int newest)
    {
        var (unfinished, finished) = Split(Directory.GetDirectories(shelf, BackupFiles.Prefix + "*"));
        var old = finished.SkipLast(newest).Concat(unfinished).ToList();
        old.ForEach(folder => Directory.Delete(folder, recursive: true));
        return old.Count;
    }

    /// <summary>When the newest whole one was made; null where there is none.</summary>
    public static DateTime? Newest(string shelf) => !Directory.Exists(shelf) ? null
        : Split(Directory.GetDirectories(shelf, BackupFiles.Prefix + "*")).Finished
            .Select(folder => Path.Combine(folder, BackupFiles.Manifest)).Where(File.Exists)
            .Select(file => BackupManifest.Read(File.ReadAllBytes(file))?.MadeAtUtc).Max();

    private static (IEnumerable<string> Unfinished, IEnumerable<string> Finished) Split(string[] folders)
    {
        var byEnd = folders.Order(StringComparer.Ordinal).ToLookup(folder => folder.EndsWith(BackupFiles.Unfinished, StringComparison.Ordinal));
        return (byEnd[true], byEnd[false]);
    }
}
