using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Vendors.Webhooks;

namespace FaceH5Portal.Core.Webhooks.Delivering;

/// <summary>An endpoint without its secrets, and how much waits for it.</summary>
public sealed record EndpointView(
    Guid Id, string Url, string Description, IReadOnlyList<string> Types, int AtOnce, DateTime CreatedAtUtc, DateTime? OldSecretUntilUtc,
    DateTime? LastDeliveredUtc, DateTime? FailingSinceUtc, DateTime? DisabledAtUtc, DisabledReason? DisabledReason, int Waiting)
{
    public bool IsEnabled => DisabledAtUtc is null;

    public EndpointTerms Terms => new() { Url = Url, Description = Description, Types = Types, AtOnce = AtOnce };

    /// <summary>Without the address, which may hold what grants something.</summary>
    public override string ToString() => $"endpoint {Id}";
}

/// <summary>Which deliveries of an endpoint are asked for.</summary>
public sealed record DeliveryFilter
{
    public DeliveryState? State { get; init; }

    public string? Type { get; init; }

    public Guid? SessionId { get; init; }
}

/// <summary>A part of the log, the newest first; <paramref name="Next"/> is where the older begin, null where there are none.</summary>
public sealed record DeliveryPart(IReadOnlyList<WebhookDelivery> Items, long? Next);

/// <summary>One delivery with all that went out and came back.</summary>
public sealed record DeliveryDetail(WebhookDelivery Delivery, string MessageId, string Body, IReadOnlyList<AttemptView> Attempts)
{
    public override string ToString() => $"delivery {Delivery.Sequence}";
}

/// <summary>One attempt, opened.</summary>
public sealed record AttemptView(
    DateTime StartedAtUtc, int TookMilliseconds, string Url, string Headers, int? Status, WebhookFault Fault, string? Answer, bool IsCut)
{
    public override string ToString() => $"attempt at {StartedAtUtc:O}";
}
