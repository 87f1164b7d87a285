using System.Text.RegularExpressions;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Linkface;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tencent;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Hosting.Settings;
using FaceH5Portal.Web.Pages.Admin;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace FaceH5Portal.Web.Tests.Health;

/// <summary>The page of settings: all of them, where they come from, and no secret.</summary>
public sealed partial class SettingsPageTests
{
    private const string Secret = "canary-secret-0123456789abcdef";

    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private static readonly Dictionary<string, string?> Told = new()
    {
        ["Alarms:Mail:Host"] = "mail.example.com",
        ["Alarms:Mail:From"] = "a@example.com",
        ["Alarms:Mail:To"] = "a@example.com",
        ["Alarms:Mail:Password"] = Secret,
        ["Telemetry:OtlpEndpoint"] = $"http://name:{Secret}@collector.example",
    };

    [Theory]
    [InlineData("en", "set", "not set")]
    [InlineData("zh-CN", "已设置", "未设置")]
    public async Task The_page_shows_each_setting_with_its_source_and_hides_what_is_secret(string language, string set, string notSet)
    {
        await using var portal = await PortalHarness.StartAsync();
        await using var context = new ConsoleContext(portal, Role.Administrator, language);
        context.Services.AddSingleton(DeskOf(Told));
        var page = context.Render<SettingsPage>();
        string Shown(string setting) => page.Find($"[data-setting='{setting}'] [data-testid=setting-shown]").TextContent.Trim();
        Assert.Equal((set, "mail.example.com", notSet), (Shown("Alarms:Mail:Password"), Shown("Alarms:Mail:Host"), Shown("Alarms:Webhook:Secret")));
        Assert.Equal("http://***@collector.example", Shown("Telemetry:OtlpEndpoint"));
        Assert.Equal("Portal", page.Find("[data-setting='Alarms:Mail:Host']").GetAttribute("data-source"));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_running_portal_tells_its_own_and_not_the_sandboxes_keys()
    {
        await using var portal = PortalHost.With(new Dictionary<string, string?> { ["Portal:Support"] = "help@example.com" });
        var rows = portal.Services.GetRequiredService<SettingsDesk>().List(Administrator).Value;
        Assert.Equal("help@example.com", rows.Single(row => row.Title == "Portal:Support").Shown);
        Assert.DoesNotContain(rows, row => row.Shown?.Contains("sandbox-secret-key", StringComparison.Ordinal) == true);
        Assert.True(rows.Single(row => row.Title == "Vendors:Baidu:SecretKey").IsSet);
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
    public void Who_does_not_manage_settings_sees_none() =>
        Assert.Equal(PortalError.AccessDenied, DeskOf([]).List(SessionDriver.Operator).Errors[0].Code);

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

    [Fact]
    public void The_companies_that_get_photos_are_read_by_vendor_and_what_is_no_line_of_words_stops_the_start()
    {
        Dictionary<string, string?> told = new() { ["PhotoChecks:Recipients:juhe:Company"] = " Some Company, Ltd. ", ["PhotoChecks:Recipients:Linkface:Contact"] = "a@company.example" };
        Assert.Equal(
            [(PhotoVendor.Juhe, new PhotoRecipient("Some Company, Ltd.", null)), (PhotoVendor.Linkface, new PhotoRecipient(null, "a@company.example"))],
            SettingsOf(told).PhotoChecks.Recipients.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key));
        Assert.All([("juhe:Company", "two\nlines"), ("juhe:Company", new string('x', 201)), ("baidu:Company", "Somebody")], wrong =>
            Assert.Contains("PhotoChecks:Recipients", Assert.Throws<PortalStartException>(() => SettingsOf(new Dictionary<string, string?> { [$"PhotoChecks:Recipients:{wrong.Item1}"] = wrong.Item2 })).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_of_a_vendor_is_in_the_catalogue()
    {
        var options = new[] { typeof(BaiduOptions), typeof(JuheOptions), typeof(TencentOptions), typeof(LinkfaceOptions) }.SelectMany(type => type.GetProperties()
            .Where(property => property.CanWrite).Select(property => $"Vendors:{type.Name.Replace("Options", "", StringComparison.Ordinal)}:{property.Name}{(property.PropertyType.IsArray ? ":*" : "")}"));
        Assert.Equal(SettingsCatalogue.All.Select(known => known.Title).Where(title => title.StartsWith("Vendors:", StringComparison.Ordinal) && title != "Vendors:Environment").Order(StringComparer.Ordinal),
            options.Order(StringComparer.Ordinal));
    }

    private static string Family(string title) =>
        SettingsCatalogue.All.FirstOrDefault(known => known.IsFamily && title.StartsWith(known.Stem + ":", StringComparison.Ordinal))?.Title ?? title;

    private static SettingsDesk DeskOf(Dictionary<string, string?> told)
    {
        var configuration = ConfigurationOf(told);
        return new SettingsDesk(configuration, Read(configuration));
    }

    private static PortalSettings SettingsOf(Dictionary<string, string?> told) => Read(ConfigurationOf(told));

    private static PortalSettings Read(IConfiguration configuration) =>
        PortalSettings.Read(configuration, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = Path.GetTempPath() });

    private static ConfigurationManager ConfigurationOf(Dictionary<string, string?> told)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(told) { ["Vendors:Environment"] = "Live", ["Portal:PublicBaseUrl"] = "https://portal.example" });
        return configuration;
    }

    [GeneratedRegex(@"^\| `[A-Z][\w:<].*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z0-9:<>, ]*)`")]
    private static partial Regex Code();
}
