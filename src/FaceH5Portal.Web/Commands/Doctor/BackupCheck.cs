using FaceH5Portal.Core.Backups;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Whether there is something to go back to.</summary>
internal static class BackupCheck
{
    private const string What = "Backup";
    private const string Remedy = "Run backup, daily by a timer, and copy what it makes to another machine.";
    private static readonly TimeSpan Old = TimeSpan.FromDays(2);

    public static DoctorFinding Look(CommandPlace place, DateTime nowUtc) => BackupShelf.Newest(place.Settings.BackupDirectory) switch
    {
        null => DoctorFinding.Advice(What, $"There is none in {place.Settings.BackupDirectory}.", Remedy),
        { } made when nowUtc - made > Old => DoctorFinding.Advice(What, $"The newest is of {made:u}.", Remedy),
        { } made => DoctorFinding.Good(What, $"The newest is of {made:u}."),
    };
}
