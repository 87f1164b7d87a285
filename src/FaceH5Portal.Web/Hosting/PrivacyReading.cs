using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Reads what the settings say about privacy.</summary>
internal static class PrivacyReading
{
    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static PrivacySettings Of(IConfigurationSection section, bool usesSandbox) => new()
    {
        SecondPersonForImages = Switch(section, nameof(PrivacySettings.SecondPersonForImages)),
        NamesStaff = Switch(section, nameof(PrivacySettings.NamesStaff)),
        AssessmentIsRequired = !usesSandbox,
        Holidays = Days(section, nameof(PrivacySettings.Holidays)),
        ExtraWorkingDays = Days(section, nameof(PrivacySettings.ExtraWorkingDays)),
    };

    private static bool Switch(IConfigurationSection section, string name) => section[name] switch
    {
        null or "" => false,
        var text => bool.TryParse(text, out var value) ? value
            : throw new PortalStartException($"Privacy:{name} is \"{text}\". It must be true or false."),
    };

    /// <summary>Days in one text, as an environment variable holds them.</summary>
    private static HashSet<DateOnly> Days(IConfigurationSection section, string name) =>
        [.. (section[name] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(day =>
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new PortalStartException($"Privacy:{name} names \"{day}\". It must be days such as 2026-10-01, with a comma between."))];
}
