namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Settings without which the portal cannot do its work, or says less than it should.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<DoctorFinding> Look(CommandPlace place)
    {
        var settings = place.Settings;
        foreach (var name in settings.Missing)
            yield return DoctorFinding.Wrong("Settings", $"{name} is not set.", $"Set it, in the environment as {name.Replace(":", "__", StringComparison.Ordinal)}.");
        foreach (var name in settings.Advised)
            yield return DoctorFinding.Advice("Settings", $"{name} is not set.", "The notice that people agree to has to name who asks them and how to reach them.");
        if (!settings.UsesSandbox && settings.PublicBaseUrl.IsLoopback)
            yield return DoctorFinding.Wrong("Settings", $"Portal:PublicBaseUrl is {settings.PublicBaseUrl}: links lead to this machine only.", "Set it to the https address that people reach the portal under.");
        if (settings.Missing.Count == 0)
            yield return DoctorFinding.Good("Settings", settings.UsesSandbox ? "Complete; the vendor is the sandbox." : "Complete; the vendor is Baidu.");
    }
}
