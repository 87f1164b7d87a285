using System.Text.RegularExpressions;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Hosting.Settings;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace FaceH5Portal.Web.Tests.Health;

/// <summary>The page of settings: all of them, where they come from, and no secret.</summary>
public sealed partial class SettingsPageTests
{
    private const string Secret = "canary-secret-0123456789abcdef";

    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    [Fact]
    public async Task The_page_shows_each_setting_with_its_source_and_hides_what_is_secret()
    {
        await using var portal = PortalHost.With(new Dictionary<string, string?>
        {
            ["Alarms:Mail:Host"] = "mail.example.com",
            ["Alarms:Mail:From"] = "a@example.com",
            ["Alarms:Mail:To"] = "a@example.com",
            ["Alarms:Mail:Password"] = Secret,
        });
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Administrator");
        var page = await visitor.ReadAsync("/admin/settings");
        Assert.Equal("set", Shown(page, "Alarms:Mail:Password"));
        Assert.Equal("mail.example.com", Shown(page, "Alarms:Mail:Host"));
        Assert.Equal("not set", Shown(page, "Alarms:Webhook:Secret"));
        Assert.DoesNotContain(Secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox-secret-key", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_is_the_last_who_says_it()
    {
        Environment.SetEnvironmentVariable("FACE_TEST_Portal__Support", "help@example.com");
        var configuration = new ConfigurationManager();
        configuration.AddJsonFile(Path.Combine(Repository.Root, "appsettings.json"));
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Vendors:Environment"] = "Live", ["Api:Keys:0:Name"] = "crm", ["Api:Keys:0:Key"] = Secret, ["Api:Keys:0:Permissions"] = "SeeSessions" });
        configuration.AddEnvironmentVariables("FACE_TEST_");
        configuration.AddCommandLine(["--Portal:TimeZone=Europe/Berlin"]);
        var settings = PortalSettings.Read(configuration, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = Path.GetTempPath() });
        var rows = new SettingsDesk(configuration, settings).List(Administrator).Value.ToDictionary(row => row.Title);
        Assert.Equal(SettingSource.File, rows["Portal:DataDirectory"].Source);
        Assert.Equal(SettingSource.Environment, rows["Portal:Support"].Source);
        Assert.Equal(SettingSource.CommandLine, rows["Portal:TimeZone"].Source);
        Assert.Equal(SettingSource.Portal, rows["Vendors:Environment"].Source);
        Assert.Equal((SettingSource.Usual, SettingHealth.Missing), (rows["Vendors:Baidu:ApiKey"].Source, rows["Vendors:Baidu:ApiKey"].Health));
        Assert.Equal(SettingHealth.Advised, rows["Portal:Organization"].Health);
        Assert.Equal((true, null), (rows["Api:Keys:0:Key"].IsSet, rows["Api:Keys:0:Key"].Shown));
    }

    [Fact]
    public void Who_does_not_manage_settings_sees_none()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Vendors:Environment"] = "Live", ["Portal:PublicBaseUrl"] = "https://portal.example" });
        var settings = PortalSettings.Read(configuration, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = Path.GetTempPath() });
        Assert.Equal(PortalError.AccessDenied, new SettingsDesk(configuration, settings).List(SessionDriver.Operator).Errors[0].Code);
    }

    [Fact]
    public void Every_setting_of_the_catalogue_is_explained_in_the_readme_and_the_other_way_round()
    {
        var explained = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
            .SelectMany(row => Code().Matches(row.Groups[0].Value.Split(" | ")[0]).Select(code => code.Groups[1].Value))
            .Where(title => !title.Contains('<', StringComparison.Ordinal)).Select(Family).Distinct();
        // They stand in the text beside another setting.
        string[] beside = ["Vendors:Juhe:BaseUrl", "Vendors:Tencent:BaseUrl", "Vendors:Linkface:BaseUrl", "Vendors:Linkface:TimestampInSeconds"];
        Assert.Equal(SettingsCatalogue.All.Select(known => known.Title).Except(beside).Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    private static string Family(string title) => title switch
    {
        _ when title.StartsWith("Api:Keys:", StringComparison.Ordinal) => "Api:Keys:*",
        _ when title.StartsWith("SignIn:Networks:", StringComparison.Ordinal) => "SignIn:Networks:*",
        _ => title,
    };

    private static string Shown(AngleSharp.Dom.IDocument page, string setting) =>
        page.QuerySelector($"[data-setting='{setting}'] [data-testid=setting-shown]")!.TextContent.Trim();

    [GeneratedRegex(@"^\| `[A-Z][\w:<].*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z0-9:<>, ]*)`")]
    private static partial Regex Code();
}
