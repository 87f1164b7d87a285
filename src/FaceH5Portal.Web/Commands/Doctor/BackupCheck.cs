using FaceH5Portal.Core.Backups;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Whether there is something to go back to.</summary>
internal static class BackupCheck
{
    private static readonly TimeSpan Old = TimeSpan.FromDays(2);

    public static DoctorFinding Look(CommandPlace place, DoctorWords words, DateTime nowUtc) => BackupShelf.Newest(place.Settings.BackupDirectory) switch
    {
        null => words.Of(DoctorCode.NoBackup, place.Settings.BackupDirectory),
        { } made => words.Of(nowUtc - made > Old ? DoctorCode.BackupOld : DoctorCode.BackupFresh, $"{made:u}"),
    };
}
