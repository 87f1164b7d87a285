using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Web.Alarms;

/// <summary>Where alarms are posted to, and what shows that they come from here.</summary>
public sealed record WebhookSettings(Uri Address, byte[] SigningKey)
{
    public const string KeyPrefix = "whsec_";

    /// <summary>As the Standard Webhooks specification signs: id, time and body, by a key that both sides have.</summary>
    public string Sign(string id, long unixSeconds, string body) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        SigningKey, Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{unixSeconds}.{body}"))));

    /// <summary>Without the key.</summary>
    public override string ToString() => Address.Host;
}
