using System.Globalization;

namespace FaceH5Portal.Core.Backups;

/// <summary>How a backup lies on the disk: a folder with the copy and its manifest. It has its name once it is whole.</summary>
internal static class BackupFiles
{
    public const string Copy = "portal.db";
    public const string Manifest = "manifest.json";

    public const string Prefix = "portal-";
    public const string Unfinished = ".unfinished";

    public static string NameOf(DateTime madeAtUtc) =>
        Prefix + madeAtUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Where a backup is filled, and where it is once it is whole.</summary>
    public sealed record Place(DateTime BegunAtUtc, string Unfinished, string Finished);

    public static Place Begin(string shelf, DateTime nowUtc)
    {
        var finished = Path.Combine(shelf, NameOf(nowUtc));
        for (var again = 2; Directory.Exists(finished); again++)
            finished = Path.Combine(shelf, $"{NameOf(nowUtc)}-{again}");
        var unfinished = finished + Unfinished;
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new Place(nowUtc, unfinished, finished);
    }
}
