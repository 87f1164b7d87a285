using System.Globalization;

namespace FaceH5Portal.Vendors.Webhooks;

/// <summary>One attempt to deliver a message: the exact headers and the body that go out.</summary>
public sealed class WebhookCall
{
    /// <summary>Who sends.</summary>
    public const string UserAgent = "FaceH5Portal-Webhooks/1";

    /// <param name="url">The receiver.</param>
    /// <param name="id">The message's id, the same in every attempt.</param>
    /// <param name="at">When the attempt is made.</param>
    /// <param name="body">JSON, in UTF-8; the same in every attempt.</param>
    /// <param name="secrets">What signs it: one signature for each, the newest first. While a secret is replaced there are two.</param>
    public WebhookCall(Uri url, string id, DateTimeOffset at, byte[] body, IReadOnlyList<WebhookSecret> secrets)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(secrets);
        (Url, Body) = (url, body);
        Headers =
        [
            new("host", HostOf(url)),
            new("content-type", "application/json; charset=utf-8"),
            new("content-length", body.Length.ToString(CultureInfo.InvariantCulture)),
            new("user-agent", UserAgent),
            new("webhook-id", id),
            new("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new("webhook-signature", string.Join(' ', secrets.Select(secret => secret.Sign(id, at, body)))),
        ];
    }

    /// <summary>The receiver.</summary>
    public Uri Url { get; }

    /// <summary>As they are sent, all of them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>As it is sent.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Without the address, which may hold what grants something.</summary>
    public override string ToString() => "webhook call";

    private static string HostOf(Uri url)
    {
        string host = url.HostNameType == UriHostNameType.Dns ? url.IdnHost : url.Host;
        return url.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{url.Port}");
    }
}
