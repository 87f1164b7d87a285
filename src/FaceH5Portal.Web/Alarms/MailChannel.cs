using System.Globalization;
using System.Net.Sockets;
using FaceH5Portal.Core.Alarming.Telling;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FaceH5Portal.Web.Alarms;

/// <summary>Sends mails, each over a connection of its own: they are few.</summary>
internal sealed class MailChannel(MailSettings settings, AlarmWords words) : IAlarmChannel
{
    public const string ChannelName = "mail";

    private const int PatienceMilliseconds = 15_000;

    public string Name => ChannelName;

    public async Task<string?> SendAsync(AlarmReport report, CancellationToken cancellationToken)
    {
        using var message = Compose(report);
        using var client = new SmtpClient { Timeout = PatienceMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), cancellationToken);
            if (settings.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return null;
        }
        catch (Exception exception) when (FaultOf(exception) is { } fault)
        {
            return fault;
        }
    }

    private MimeMessage Compose(AlarmReport report)
    {
        var said = words.Of(report);
        var message = new MimeMessage { Subject = said.Head, Date = report.AtUtc, Body = new TextPart("plain") { Text = said.Body } };
        message.From.Add(MailboxAddress.Parse(settings.From));
        foreach (var receiver in TellingSettings.IsAddress(report.Owner) ? [report.Owner!] : settings.To)
            message.To.Add(MailboxAddress.Parse(receiver));
        // The same when it is sent again, so that a server that had taken it can tell.
        message.MessageId = $"{report.Id:N}@{settings.From.Split('@')[^1].TrimEnd('>')}";
        return message;
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "A way of speaking that is not known."),
    };

    /// <summary>What a mail server can do to us; the words of its own stay where they are.</summary>
    private static string? FaultOf(Exception exception) => exception switch
    {
        SmtpCommandException refused => string.Create(CultureInfo.InvariantCulture, $"refused-{(int)refused.StatusCode}"),
        AuthenticationException => "sign-in-refused",
        SslHandshakeException => "no-tls",
        NotSupportedException => "no-tls",
        ProtocolException => "not-understood",
        TimeoutException => NoticeSender.TimedOut,
        SocketException or IOException => "unreachable",
        _ => null,
    };
}
