using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>The master key: without it nothing that names a person can be read, ever.</summary>
internal static class KeysCheck
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<DoctorFinding> Look(CommandPlace place, DoctorWords words)
    {
        if (place.Keys is not { } keys)
        {
            yield return words.Of(place.Builder.Environment.IsDevelopment() ? DoctorCode.NoKeyYet : DoctorCode.NoKey);
            yield break;
        }
        yield return words.Of(DoctorCode.KeyFound, keys.Current.Version, keys.Source);
        if (!OperatingSystem.IsWindows() && MasterKeys.FileOf(place.Builder) is { } file && (File.GetUnixFileMode(file) & Others) != 0)
            yield return words.Of(DoctorCode.KeyReadable, file);
    }
}
