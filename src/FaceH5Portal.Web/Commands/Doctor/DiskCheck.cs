using System.Globalization;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Room, and the right to write, where the portal writes.</summary>
internal static class DiskCheck
{
    private const long Short = 1L << 30;
    private const long Low = 5L << 30;

    public static IEnumerable<DoctorFinding> Look(CommandPlace place, DoctorWords words)
    {
        var folders = new[] { Path.GetDirectoryName(place.Database)!, place.Settings.DataDirectory, place.Settings.AuditDirectory, place.Settings.BackupDirectory };
        return folders.Distinct().Select(folder => Look(folder, words));
    }

    private static DoctorFinding Look(string folder, DoctorWords words)
    {
        if (Existing(folder) is not { } there)
            return words.Of(DoctorCode.FolderMissing, folder);
        if (!MayWrite(there))
            return words.Of(DoctorCode.FolderClosed, there);
        var free = new DriveInfo(there).AvailableFreeSpace;
        return words.Of(
            free < Short ? DoctorCode.DiskFull : free < Low ? DoctorCode.DiskLow : DoctorCode.DiskRoomy, (free / (1 << 20)).ToString("N0", CultureInfo.InvariantCulture), folder);
    }

    /// <summary>The folder itself, or the nearest above it in which it would be made.</summary>
    private static string? Existing(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            if (Directory.Exists(at))
                return at;
        return null;
    }

    private static bool MayWrite(string folder)
    {
        var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
        try
        {
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is asked: whether one may.
            return false;
        }
    }
}
