using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The master key: without it nothing that names a person can be read, ever.</summary>
internal static class KeysCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<DoctorFinding> Look(CommandPlace place)
    {
        if (place.Keys is not { } keys)
        {
            yield return place.Builder.Environment.IsDevelopment()
                ? DoctorFinding.Advice("Master key", "There is none yet.", "The first start makes one.")
                : DoctorFinding.Wrong("Master key", "There is none.", "Set Portal:MasterKeyFile or Portal:MasterKey to 32 bytes in base64, such as the output of openssl rand -base64 32.");
            yield break;
        }
        yield return DoctorFinding.Good("Master key", $"Version {keys.Current.Version} from {keys.Source}.");
        if (!OperatingSystem.IsWindows() && MasterKeys.FileOf(place.Builder) is { } file && (File.GetUnixFileMode(file) & Others) != 0)
            yield return DoctorFinding.Advice("Master key", $"Others on this machine can read {file}.", $"chmod 600 {file}");
    }
}
