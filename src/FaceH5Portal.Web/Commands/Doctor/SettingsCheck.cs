namespace FaceH5Portal.Web.Commands.Doctor;

/// <summary>Settings without which the portal cannot do its work, or says less than it should.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<DoctorFinding> Look(CommandPlace place, DoctorWords words)
    {
        var settings = place.Settings;
        foreach (var name in settings.Missing)
            yield return words.Of(DoctorCode.SettingMissing, name, Variable(name));
        foreach (var name in settings.Advised)
            yield return words.Of(DoctorCode.SettingAdvised, name);
        if (!settings.UsesSandbox && settings.PublicBaseUrl.IsLoopback)
            yield return words.Of(DoctorCode.LinksLeadHere, settings.PublicBaseUrl);
        if (settings.Missing.Count == 0)
            yield return words.Of(settings.UsesSandbox ? DoctorCode.CompleteForSandbox : DoctorCode.CompleteForBaidu);
    }

    /// <summary>The same setting in the environment.</summary>
    internal static string Variable(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
