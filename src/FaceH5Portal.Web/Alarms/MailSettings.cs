namespace FaceH5Portal.Web.Alarms;

/// <summary>How a mail server is spoken to.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the second line on; refused where the server has none.</summary>
    StartTls,

    /// <summary>TLS from the first byte on.</summary>
    Tls,

    /// <summary>In the clear; a name and a password go so to this machine alone.</summary>
    None,
}

/// <summary>The mail server that alarms go out through, and to whom.</summary>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string From, IReadOnlyList<string> To)
{
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
