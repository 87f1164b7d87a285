using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Vendors.Webhooks;

namespace FaceH5Portal.Core.Webhooks.Endpoints;

/// <summary>What is wanted of an endpoint.</summary>
public sealed record EndpointTerms
{
    public required string Url { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Types { get; init; } = WebhookTypes.All;

    public int AtOnce { get; init; } = EndpointRules.UsualAtOnce;

    /// <summary>Without the address, which may hold what grants something.</summary>
    public override string ToString() => $"endpoint for {Types.Count} types";
}

/// <summary>An endpoint with a secret that was made: it is shown once.</summary>
public sealed record MadeEndpoint(Guid Id, string Secret)
{
    public override string ToString() => $"endpoint {Id}";
}

public static class EndpointRules
{
    public const int LongestUrl = 512;
    public const int LongestDescription = 100;
    public const int UsualAtOnce = 8;
    public const int MostAtOnce = 64;

    /// <summary>Each event is a delivery for each of them.</summary>
    public const int MostEndpoints = 20;

    /// <summary>How long an old secret may sign beside the new one.</summary>
    public static TimeSpan LongestOverlap { get; } = TimeSpan.FromDays(30);

    public static List<PortalError> Check(EndpointTerms wanted, WebhookReach reach)
    {
        var errors = new List<PortalError>();
        if (wanted.Url.Length > LongestUrl || !Uri.TryCreate(wanted.Url, UriKind.Absolute, out var url) || url.Host.Length == 0 || url.Fragment.Length > 0)
            errors.Add(new PortalError("webhook-url-invalid", nameof(EndpointTerms.Url), LongestUrl));
        else if (!reach.Allows(url))
            errors.Add(new PortalError("webhook-url-refused", nameof(EndpointTerms.Url)));
        if (wanted.Description.Length > LongestDescription)
            errors.Add(new PortalError("text-too-long", nameof(EndpointTerms.Description), LongestDescription));
        if (wanted.Types.Count == 0 || wanted.Types.Except(WebhookTypes.All).Any())
            errors.Add(new PortalError("webhook-types-missing", nameof(EndpointTerms.Types)));
        if (wanted.AtOnce is < 1 or > MostAtOnce)
            errors.Add(new PortalError("webhook-at-once-invalid", nameof(EndpointTerms.AtOnce), MostAtOnce));
        return errors;
    }
}
