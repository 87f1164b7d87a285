using System.Collections.Concurrent;

namespace FaceH5Portal.Core.Webhooks.Endpoints;

/// <summary>The endpoints as they were last committed, at hand for every write: a portal without any pays nothing for them.</summary>
public sealed class WebhookBook
{
    public const string Topic = "webhook";

    private readonly ConcurrentDictionary<Guid, WebhookEndpoint> endpoints = new();

    public bool IsEmpty => endpoints.IsEmpty;

    internal IEnumerable<WebhookEndpoint> Enabled => endpoints.Values.Where(endpoint => endpoint.IsEnabled);

    internal IReadOnlyList<Guid> Wanting(string type) => [.. endpoints.Values.Where(endpoint => endpoint.Wants(type)).Select(endpoint => endpoint.Id)];

    internal WebhookEndpoint? FindEnabled(Guid id) => endpoints.TryGetValue(id, out var endpoint) && endpoint.IsEnabled ? endpoint : null;

    internal void Put(WebhookEndpoint endpoint) => endpoints[endpoint.Id] = endpoint;
}
