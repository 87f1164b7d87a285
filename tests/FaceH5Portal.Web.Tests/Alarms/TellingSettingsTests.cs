using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Alarms;
using Microsoft.Extensions.Configuration;

namespace FaceH5Portal.Web.Tests.Alarms;

public sealed class TellingSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Alarms:Mail:Host"] = "mail.example.com",
        ["Alarms:Mail:From"] = "portal@example.com",
        ["Alarms:Mail:To"] = "a@example.com, b@example.com",
        ["Alarms:Webhook:Url"] = "https://hooks.example.com/x",
        ["Alarms:Webhook:Secret"] = "whsec_" + Convert.ToBase64String(new byte[32]),
    };

    [Fact]
    public void Nothing_set_is_the_console_alone()
    {
        var settings = TellingSettings.Read(new ConfigurationBuilder().Build().GetSection("Alarms"));
        Assert.Null(settings.Mail);
        Assert.Null(settings.Webhook);
        Assert.Equal((new TimeOnly(9, 0), "zh-CN"), (settings.Alarms.DigestAt!.Value, settings.Language.Name));
    }

    [Fact]
    public void A_mail_server_is_spoken_to_by_tls_unless_told()
    {
        var mail = Read().Mail!;
        Assert.Equal((587, MailSecurity.StartTls), (mail.Port, mail.Security));
        Assert.Equal(465, Read(("Mail:Security", "Tls")).Mail!.Port);
        Assert.Equal(["a@example.com", "b@example.com"], mail.To);
        Assert.Null(Read(("DigestAt", "never")).Alarms.DigestAt);
    }

    [Fact]
    public void Neither_password_nor_key_is_printed()
    {
        var settings = Read(("Mail:User", "u"), ("Mail:Password", "canary-password"));
        Assert.DoesNotContain("canary", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.Byte", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:From", "portal", "a mail address")]
    [InlineData("Mail:To", "", "one mail address or more")]
    [InlineData("Mail:To", "a@example.com,nobody", "one mail address or more")]
    [InlineData("Mail:Port", "70000", "1 to 65535")]
    [InlineData("Mail:Security", "Ssl3", "StartTls, Tls or None")]
    [InlineData("Webhook:Url", "http://hooks.example.com", "https")]
    [InlineData("Webhook:Url", "https://user:password@hooks.example.com", "https")]
    [InlineData("Webhook:Secret", "short", "whsec_")]
    [InlineData("Webhook:Secret", "whsec_AAAA", "24 to 64")]
    [InlineData("DigestAt", "25:00", "09:00")]
    [InlineData("Language", "fr", "zh-CN or en")]
    public void What_cannot_be_used_is_refused_in_words(string setting, string value, string words) =>
        Assert.Contains(words, Assert.Throws<PortalStartException>(() => Read((setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_password_goes_over_no_line_in_the_clear()
    {
        Assert.Contains("in the clear", Assert.Throws<PortalStartException>(() => Read(("Mail:Security", "None"), ("Mail:User", "u"))).Message, StringComparison.Ordinal);
        Assert.Equal("u", Read(("Mail:Security", "None"), ("Mail:User", "u"), ("Mail:Host", "127.0.0.1")).Mail!.User);
    }

    private static TellingSettings Read(params (string Name, string Value)[] changed)
    {
        var settings = new Dictionary<string, string?>(Good);
        foreach (var (name, value) in changed)
            settings[$"Alarms:{name}"] = value;
        return TellingSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Alarms"));
    }
}
