using System.Globalization;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Outbox;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace FaceH5Portal.Web.Display;

/// <summary>A part of an endpoint's log as its address has it, and which delivery is open.</summary>
public sealed record DeliveryAddress(Guid EndpointId)
{
    public DeliveryState? State { get; init; }

    public string? Type { get; init; }

    public Guid? Session { get; init; }

    public long? Before { get; init; }

    public long? Open { get; init; }

    public DeliveryFilter Filter => new() { State = State, Type = Type, SessionId = Session };

    /// <summary>What cannot be meant does not narrow.</summary>
    public static DeliveryAddress Read(Guid endpointId, string query)
    {
        var read = QueryHelpers.ParseQuery(query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString().Trim());
        return new DeliveryAddress(endpointId)
        {
            State = Enum.TryParse<DeliveryState>(read.GetValueOrDefault("state"), out var state) && Enum.IsDefined(state) ? state : null,
            Type = WebhookTypes.All.Append(WebhookTypes.Test).FirstOrDefault(type => type == read.GetValueOrDefault("type")),
            Session = Guid.TryParse(read.GetValueOrDefault("session"), out var session) ? session : null,
            Before = Number(read.GetValueOrDefault("before")),
            Open = Number(read.GetValueOrDefault("open")),
        };
    }

    public override string ToString()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("state", State?.ToString()), ("type", Type), ("session", Session?.ToString()), ("before", Text(Before)), ("open", Text(Open)) })
            if (value is not null)
                query.Add(name, value);
        return PortalRoutes.Webhook(EndpointId) + query;
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
