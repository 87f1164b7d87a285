using System.Globalization;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Data;
using MimeKit;

namespace FaceH5Portal.Web.Alarms;

/// <summary>How alarms leave the portal; the console shows them in any case.</summary>
public sealed record TellingSettings
{
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    public MailSettings? Mail { get; init; }

    public WebhookSettings? Webhook { get; init; }

    /// <summary>The language of mails.</summary>
    public CultureInfo Language { get; init; } = CultureInfo.GetCultureInfo("zh-CN");

    public AlarmSettings Alarms { get; init; } = new();

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static TellingSettings Read(IConfigurationSection section) => new()
    {
        Mail = ReadMail(section.GetSection("Mail")),
        Webhook = ReadWebhook(section.GetSection("Webhook")),
        Language = CultureInfo.GetCultureInfo(section["Language"] switch
        {
            null or "" or "zh-CN" => "zh-CN",
            "en" => "en",
            var other => throw Wrong(section, "Language", other, "zh-CN or en"),
        }),
        Alarms = new AlarmSettings { DigestAt = ReadDigest(section) },
    };

    private static TimeOnly? ReadDigest(IConfigurationSection section) => section["DigestAt"] switch
    {
        null or "" => new AlarmSettings().DigestAt,
        "never" => null,
        var text when TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) => hour,
        var other => throw Wrong(section, "DigestAt", other, "an hour such as 09:00, or never"),
    };

    private static MailSettings? ReadMail(IConfigurationSection section)
    {
        if (section["Host"] is not { Length: > 0 } host)
            return null;
        var security = section["Security"] is not { Length: > 0 } word ? MailSecurity.StartTls
            : Enum.TryParse<MailSecurity>(word, ignoreCase: true, out var known) && !char.IsAsciiDigit(word[0]) ? known
            : throw Wrong(section, "Security", word, "StartTls, Tls or None");
        var port = section["Port"] is not { Length: > 0 } number ? (security == MailSecurity.Tls ? 465 : 587)
            : ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given
            : throw Wrong(section, "Port", number, "a number from 1 to 65535");
        var mail = new MailSettings(host, port, security, AddressOf(section, "From"), AddressesOf(section)) { User = section["User"], Password = section["Password"] };
        if (security == MailSecurity.None && mail.User is { Length: > 0 } && !IsThisMachine(host))
            throw new PortalStartException($"{section.Path}:Security is None, and {section.Path}:User is set: a password would go over the line in the clear. Use StartTls or Tls.");
        return mail;
    }

    private static bool IsThisMachine(string host) => Uri.TryCreate($"smtp://{host}", UriKind.Absolute, out var address) && address.IsLoopback;

    private static List<string> AddressesOf(IConfigurationSection section)
    {
        var all = (section["To"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return all.Count > 0 && all.TrueForAll(IsAddress) ? all : throw Wrong(section, "To", section["To"], "one mail address or more, separated by commas");
    }

    private static string AddressOf(IConfigurationSection section, string name) =>
        IsAddress(section[name]) ? section[name]! : throw Wrong(section, name, section[name], "a mail address");

    internal static bool IsAddress(string? text) =>
        text is not null && text.Contains('@', StringComparison.Ordinal) && MailboxAddress.TryParse(text, out _);

    private static WebhookSettings? ReadWebhook(IConfigurationSection section)
    {
        if (section["Url"] is not { Length: > 0 } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw Wrong(section, "Url", url, "an https address, or http on this machine");
        var key = new byte[LongestKey + 1];
        var secret = section["Secret"] ?? "";
        if (!secret.StartsWith(WebhookSettings.KeyPrefix, StringComparison.Ordinal)
            || !Convert.TryFromBase64String(secret[WebhookSettings.KeyPrefix.Length..], key, out var length) || length is < ShortestKey or > LongestKey)
            throw new PortalStartException($"{section.Path}:Secret is missing or cannot be used. It must be {WebhookSettings.KeyPrefix} and {ShortestKey} to {LongestKey} random bytes in base64, as with echo whsec_$(openssl rand -base64 32).");
        return new WebhookSettings(address, key[..length]);
    }

    private static PortalStartException Wrong(IConfigurationSection section, string name, string? value, string wanted) =>
        new($"{section.Path}:{name} is \"{value}\". It must be {wanted}.");
}
