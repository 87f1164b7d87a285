using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace FaceH5Portal.Web.Hosting.Settings;

/// <summary>Shows what is set, by whom, and whether it will do; secrets never.</summary>
public sealed class SettingsDesk(IConfiguration configuration, PortalSettings settings)
{
    private const string UserSecrets = "secrets.json";

    private readonly IReadOnlyList<IConfigurationProvider> providers = [.. ((IConfigurationRoot)configuration).Providers];

    public Result<IReadOnlyList<SettingRow>> List(Actor actor)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } denied)
            return denied;
        return SettingsCatalogue.All.SelectMany(RowsOf).ToList();
    }

    /// <summary>One for each that is set of a family, and one for the family where none is.</summary>
    private IEnumerable<SettingRow> RowsOf(KnownSetting known)
    {
        if (!known.IsFamily)
            return [RowOf(known.Title, known.IsSecret)];
        var set = configuration.GetSection(known.Stem).AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        return set.Count == 0 ? [RowOf(known.Title, known.IsSecret)] : set.Select(title => RowOf(title, known.IsSecret));
    }

    private SettingRow RowOf(string title, bool isSecret)
    {
        var text = configuration[title];
        var isSet = !string.IsNullOrWhiteSpace(text);
        return new SettingRow(title, isSecret, isSet, isSecret || !isSet ? null : WithoutPassword(text!), isSet ? SourceOf(title) : SettingSource.Usual, HealthOf(title));
    }

    // An address may carry a name and a password.
    private static string WithoutPassword(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
        ? text.Replace(address.UserInfo, "***", StringComparison.Ordinal) : text;

    private SettingHealth HealthOf(string title) => settings.Missing.Contains(title) ? SettingHealth.Missing
        : settings.Advised.Contains(title) ? SettingHealth.Advised : SettingHealth.Good;

    /// <summary>The last who says it counts.</summary>
    private SettingSource SourceOf(string title) => providers.LastOrDefault(provider => provider.TryGet(title, out _)) switch
    {
        EnvironmentVariablesConfigurationProvider => SettingSource.Environment,
        CommandLineConfigurationProvider => SettingSource.CommandLine,
        JsonConfigurationProvider { Source.Path: UserSecrets } => SettingSource.UserSecrets,
        JsonConfigurationProvider => SettingSource.File,
        null => SettingSource.Usual,
        _ => SettingSource.Portal,
    };
}
