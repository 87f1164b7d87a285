namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Room, and the right to write, where the portal writes.</summary>
internal static class DiskCheck
{
    private const string What = "Disk";
    private const long Short = 1L << 30;
    private const long Low = 5L << 30;

    public static IEnumerable<DoctorFinding> Look(CommandPlace place)
    {
        var folders = new[] { Path.GetDirectoryName(place.Database)!, place.Settings.DataDirectory, place.Settings.AuditDirectory, place.Settings.BackupDirectory };
        return folders.Distinct().Select(Look);
    }

    private static DoctorFinding Look(string folder)
    {
        if (Existing(folder) is not { } there)
            return DoctorFinding.Wrong(What, $"{folder} is not there and cannot be made.", "Name a folder that can be.");
        if (!MayWrite(there))
            return DoctorFinding.Wrong(What, $"{there} cannot be written.", "Give this user the right to write there.");
        var free = new DriveInfo(there).AvailableFreeSpace;
        var found = $"{free / (1 << 20):N0} MiB are free for {folder}.";
        return free < Short ? DoctorFinding.Wrong(What, found, "Make room: results that cannot be stored are lost when the vendor forgets them.")
            : free < Low ? DoctorFinding.Advice(What, found, "Make room before it is less.")
            : DoctorFinding.Good(What, found);
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
