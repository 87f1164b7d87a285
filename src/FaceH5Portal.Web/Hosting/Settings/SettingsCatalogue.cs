namespace FaceH5Portal.Web.Hosting.Settings;

/// <summary>Every setting that the portal reads, in the order in which they are explained in README.md; a test compares the two.</summary>
public static class SettingsCatalogue
{
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        new("Vendors:Environment"),
        new("Vendors:Baidu:ApiKey", IsSecret: true), new("Vendors:Baidu:SecretKey", IsSecret: true),
        new("Vendors:Baidu:ApiBaseUrl"), new("Vendors:Baidu:PageBaseUrl"), new("Vendors:Baidu:MediaHosts:*"),
        new("Vendors:Baidu:QueryTimeout"), new("Vendors:Baidu:QueryDeadline"), new("Vendors:Baidu:CommandTimeout"), new("Vendors:Baidu:RetryDelay"),
        new("Vendors:Juhe:Key", IsSecret: true), new("Vendors:Juhe:OpenId", IsSecret: true), new("Vendors:Juhe:BaseUrl"), new("Vendors:Juhe:SendPlain"),
        new("Vendors:Juhe:MatchFrom"), new("Vendors:Juhe:UncertainFrom"), new("Vendors:Juhe:Thousand"),
        new("Vendors:Tencent:SecretId", IsSecret: true), new("Vendors:Tencent:SecretKey", IsSecret: true), new("Vendors:Tencent:BaseUrl"),
        new("Vendors:Tencent:UseRetired"), new("Vendors:Tencent:AppId"), new("Vendors:Tencent:Bucket"), new("Vendors:Tencent:LegacyBaseUrl"), new("Vendors:Tencent:RetiredThreshold"),
        new("Vendors:Linkface:ApiId", IsSecret: true), new("Vendors:Linkface:ApiSecret", IsSecret: true), new("Vendors:Linkface:BaseUrl"), new("Vendors:Linkface:TimestampInSeconds"),
        new("Vendors:Juhe:CheckTimeout"), new("Vendors:Tencent:CheckTimeout"), new("Vendors:Linkface:CheckTimeout"),
        new("PhotoChecks:Prices:*"), new("PhotoChecks:PriceListId"), new("PhotoChecks:Orders:*"), new("PhotoChecks:PhotoDays"), new("PhotoChecks:Recipients:*"),
        // The path may hold a password of the file one day.
        new("ConnectionStrings:Portal", IsSecret: true),
        new("Portal:PublicBaseUrl"), new("Portal:MasterKey", IsSecret: true), new("Portal:MasterKeyFile"), new("Portal:KnownProxies"),
        new("Portal:RateLimits:PerAddress"), new("Portal:RateLimits:PerLink"), new("Portal:RateLimits:UnknownPerAddress"), new("Portal:RateLimits:PerApiKey"),
        new("Portal:Organization"), new("Portal:Support"), new("Portal:TimeZone"), new("Portal:DataDirectory"), new("Portal:BackupDirectory"), new("Portal:AuditDirectory"),
        new("Privacy:SecondPersonForImages"), new("Privacy:NamesStaff"), new("Privacy:Holidays"), new("Privacy:ExtraWorkingDays"),
        new("Webhooks:AllowPrivateNetworks"),
        new("Api:Keys:*", IsSecret: true), new("Api:ReturnUrlHosts"),
        new("SignIn:LeakedPasswordsFile"), new("SignIn:IdleMinutes"), new("SignIn:LongestHours"), new("SignIn:Networks:*"),
        new("SignIn:Oidc:Authority"), new("SignIn:Oidc:ClientId"), new("SignIn:Oidc:ClientSecret", IsSecret: true), new("SignIn:Oidc:Name"), new("SignIn:Oidc:Strengths"),
        new("Portal:RateLimits:SignInPerAddress"),
        new("Alarms:Mail:Host"), new("Alarms:Mail:Port"), new("Alarms:Mail:Security"), new("Alarms:Mail:User", IsSecret: true), new("Alarms:Mail:Password", IsSecret: true),
        new("Alarms:Mail:From"), new("Alarms:Mail:To"), new("Alarms:Webhook:Url"), new("Alarms:Webhook:Secret", IsSecret: true), new("Alarms:DigestAt"), new("Alarms:Language"),
        new("Telemetry:MetricsFrom"), new("Telemetry:OtlpEndpoint"), new("Logging:Console:FormatterName"),
        // The password of a certificate's file stands among them.
        new("Urls"), new("Kestrel:Endpoints:*", IsSecret: true), new("Kestrel:Certificates:*", IsSecret: true), new("AllowedHosts"), new("Sandbox:Url"),
    ];
}
