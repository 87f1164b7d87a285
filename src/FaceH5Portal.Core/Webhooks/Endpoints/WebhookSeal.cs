using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Webhooks;

namespace FaceH5Portal.Core.Webhooks.Endpoints;

/// <summary>Seals the secrets of endpoints, and what receivers answered, which may be anything.</summary>
public sealed class WebhookSeal(RootKey root, Entropy entropy)
{
    private const int SecretBytes = 32;

    /// <summary>A new secret: sealed, and to be shown once.</summary>
    internal (byte[] Sealed, WebhookSecret Secret) NewSecret(Guid endpointId)
    {
        var key = entropy.Bytes(SecretBytes);
        return (Seal(SecretContext(endpointId), key), new WebhookSecret(key));
    }

    /// <summary>What signs for an endpoint now, the newest first.</summary>
    /// <exception cref="CryptographicException">It was changed, or is another endpoint's.</exception>
    internal IReadOnlyList<WebhookSecret> SecretsOf(WebhookEndpoint endpoint, DateTime now)
    {
        var context = SecretContext(endpoint.Id);
        var newest = new WebhookSecret(Open(context, endpoint.SealedSecret));
        return endpoint.SealedOldSecret is { } old && endpoint.OldSecretUntilUtc > now ? [newest, new WebhookSecret(Open(context, old))] : [newest];
    }

    internal byte[] SealAnswer(long delivery, string answer) => Seal(AnswerContext(delivery), Encoding.UTF8.GetBytes(answer));

    /// <exception cref="CryptographicException">It was changed, or is another delivery's.</exception>
    internal string OpenAnswer(long delivery, byte[] answer) => Encoding.UTF8.GetString(Open(AnswerContext(delivery), answer));

    private byte[] Seal(string context, byte[] plain) => Envelope.Seal(root.For("webhooks"), entropy.Nonce(), plain, context);

    private byte[] Open(string context, byte[] sealedBytes) => Envelope.Open(root.For("webhooks"), sealedBytes, context);

    private static string SecretContext(Guid endpointId) => $"webhook-secret|{endpointId:N}";

    private static string AnswerContext(long delivery) => $"webhook-answer|{delivery}";
}
