using System.Text.Json;
using System.Text.Json.Serialization;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Core.Webhooks.Outbox;

/// <summary>A message's body by the specification's shape: type, timestamp, data. It names nobody; who wants more asks the API.</summary>
internal static class WebhookPayload
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(string type, DateTime atUtc, VerificationSession session) => Write(type, atUtc, new
    {
        SessionId = session.Id,
        session.Reference,
        session.Status,
        session.Outcome,
        session.Reason,
        session.Review,
        session.Harvest,
        session.Privacy,
        Attempts = session.AttemptCount,
        CreatedAt = session.CreatedAtUtc,
        FinishedAt = session.FinishedAtUtc,
    });

    public static string OfTest(DateTime atUtc, Guid endpointId) => Write(WebhookTypes.Test, atUtc, new { EndpointId = endpointId });

    private static string Write(string type, DateTime atUtc, object data) => JsonSerializer.Serialize(new { Type = type, Timestamp = atUtc, Data = data }, Options);
}
