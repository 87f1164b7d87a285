using System.Net;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Privacy;
using FaceH5Portal.Vendors.Webhooks;
using FaceH5Portal.Web.Alarms;
using FaceH5Portal.Web.Security.Limits;
using FaceH5Portal.Web.Security.SignIn;
using FaceH5Portal.Web.Telemetry;

namespace FaceH5Portal.Web.Hosting;

/// <summary>The settings that decide how the portal starts, read once and checked together.</summary>
public sealed record PortalSettings
{
    // Who asks, and how they are reached: the notice has to name both.
    private static readonly string[] Naming = ["Portal:Organization", "Portal:Support"];

    public required bool UsesSandbox { get; init; }

    /// <summary>Whether one may sign in with a click, to try the portal: in Development with the sandbox, on this machine.</summary>
    public bool OffersDemo { get; init; }

    public required string SandboxUrl { get; init; }

    public required Uri PublicBaseUrl { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    public required string Database { get; init; }

    /// <summary>Where everything but the database is kept: cookie keys, and the sandbox's state.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the end of the audit is noted, outside the database.</summary>
    public required string AuditDirectory { get; init; }

    /// <summary>Where backups are kept unless one says otherwise.</summary>
    public required string BackupDirectory { get; init; }

    /// <summary>Who asks people to be verified, as they are told; the law wants a name.</summary>
    public string? Organization { get; init; }

    /// <summary>How people reach somebody who helps: a telephone number, an address, as they are told.</summary>
    public string? Support { get; init; }

    /// <summary>Names of the settings without which the portal cannot do its work.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Names of the settings without which the portal works and its notices say less than the law wants.</summary>
    public required IReadOnlyList<string> Advised { get; init; }

    /// <summary>Who may say, in forwarded headers, where a request really came from.</summary>
    public required IReadOnlyList<IPNetwork> KnownProxies { get; init; }

    public required RateLimitSettings RateLimits { get; init; }

    public required ApiSettings Api { get; init; }

    public SignInSettings SignIn { get; init; } = new();
    public PrivacySettings Privacy { get; init; } = new();
    public PhotoCheckSettings PhotoChecks { get; init; } = new();
    public WebhookReach Webhooks { get; init; } = new();
    public TellingSettings Telling { get; init; } = new();
    public TelemetrySettings Telemetry { get; init; } = new();

    public PortalSettings Lacking(string name) => Missing.Contains(name) ? this : this with { Missing = [.. Missing, name] };

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var usesSandbox = ReadEnvironment(configuration["Vendors:Environment"], environment);
        return new PortalSettings
        {
            UsesSandbox = usesSandbox,
            OffersDemo = usesSandbox && environment.IsDevelopment(),
            SandboxUrl = ReadSandboxUrl(configuration["Sandbox:Url"] ?? "http://localhost:5090"),
            PublicBaseUrl = ReadPublicBaseUrl(configuration["Portal:PublicBaseUrl"]),
            TimeZone = ReadTimeZone(configuration["Portal:TimeZone"] ?? "Asia/Shanghai"),
            Database = configuration.GetConnectionString("Portal") ?? "Data Source=data/portal.db",
            DataDirectory = Path.GetFullPath(configuration["Portal:DataDirectory"] ?? "data", environment.ContentRootPath),
            AuditDirectory = Path.GetFullPath(
                configuration["Portal:AuditDirectory"] ?? Path.Combine(configuration["Portal:DataDirectory"] ?? "data", "audit"), environment.ContentRootPath),
            BackupDirectory = Path.GetFullPath(
                configuration["Portal:BackupDirectory"] ?? Path.Combine(configuration["Portal:DataDirectory"] ?? "data", "backups"), environment.ContentRootPath),
            Organization = Words(configuration["Portal:Organization"]),
            Support = Words(configuration["Portal:Support"]),
            KnownProxies = Hosting.KnownProxies.Read(configuration["Portal:KnownProxies"]),
            RateLimits = RateLimitSettings.Read(configuration),
            Api = ApiSettings.Read(configuration, environment, usesSandbox),
            SignIn = SignInSettings.Read(configuration.GetSection("SignIn")),
            PhotoChecks = PhotoCheckReading.Of(configuration.GetSection("PhotoChecks")),
            Privacy = PrivacyReading.Of(configuration.GetSection("Privacy"), usesSandbox),
            Webhooks = WebhookReading.Of(configuration, environment),
            Telling = TellingSettings.Read(configuration.GetSection("Alarms")),
            Telemetry = TelemetrySettings.Read(configuration.GetSection("Telemetry")),
            Missing = [.. Required(usesSandbox, configuration).Where(name => Words(configuration[name]) is null)],
            Advised = usesSandbox ? [] : [.. Naming.Where(name => Words(configuration[name]) is null)],
        };
    }

    private static bool ReadEnvironment(string? value, IHostEnvironment environment) => value switch
    {
        "Live" => false,
        "Sandbox" when environment.IsProduction() => throw new PortalStartException(
            "Vendors:Environment is Sandbox, and this is Production. The sandbox passes everybody, so the portal does not "
            + "start with it here. Set Vendors:Environment to Live, or run with ASPNETCORE_ENVIRONMENT=Development."),
        "Sandbox" => true,
        _ => throw new PortalStartException($"Vendors:Environment is \"{value}\". It must be Sandbox or Live."),
    };

    private static IEnumerable<string> Required(bool usesSandbox, IConfiguration configuration)
    {
        if (!usesSandbox)
        {
            yield return "Vendors:Baidu:ApiKey";
            yield return "Vendors:Baidu:SecretKey";
        }
        if (string.IsNullOrWhiteSpace(configuration["Portal:MasterKeyFile"]))
            yield return "Portal:MasterKey";
    }

    private static string? Words(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static Uri ReadPublicBaseUrl(string? value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new PortalStartException($"Portal:PublicBaseUrl is \"{value}\". It must be an absolute http or https address.");
        if (url.Scheme == "http" && !url.IsLoopback)
            throw new PortalStartException(
                $"Portal:PublicBaseUrl is {url}. Phones give the camera only to pages served over https, so use an https address.");
        return url;
    }

    private static string ReadSandboxUrl(string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.IsLoopback
        ? value : throw new PortalStartException($"Sandbox:Url is \"{value}\". The sandbox passes everybody, so it listens on loopback only, such as http://localhost:5090.");

    private static TimeZoneInfo ReadTimeZone(string value) => TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone)
        ? zone : throw new PortalStartException($"Portal:TimeZone is \"{value}\", which this machine does not know.");
}
