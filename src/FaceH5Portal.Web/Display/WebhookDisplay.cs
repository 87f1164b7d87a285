using System.Globalization;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace FaceH5Portal.Web.Display;

/// <summary>How a delivery and an endpoint look: the key of their words, the icon, the colour. The one place that decides it.</summary>
public sealed record WebhookDisplay(string TextKey, string Icon, Color Color)
{
    public static WebhookDisplay Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => new("Delivery.Waiting", Icons.Material.Filled.HourglassEmpty, Color.Info),
        DeliveryState.Delivered => new("Delivery.Delivered", Icons.Material.Filled.CheckCircle, Color.Success),
        DeliveryState.GivenUp => new("Delivery.GivenUp", Icons.Material.Filled.Cancel, Color.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a display."),
    };

    public static WebhookDisplay Of(EndpointView endpoint) => endpoint switch
    {
        { IsEnabled: false } => new("Webhooks.Disabled", Icons.Material.Filled.Block, Color.Dark),
        { FailingSinceUtc: not null } => new("Webhooks.Failing", Icons.Material.Filled.Warning, Color.Warning),
        _ => new("Webhooks.Enabled", Icons.Material.Filled.CheckCircle, Color.Success),
    };

    /// <summary>What came back of an attempt: the status, or why there is none.</summary>
    public static string AnswerOf(int? status, Vendors.Webhooks.WebhookFault fault, IStringLocalizer<Texts> texts) =>
        status?.ToString(CultureInfo.InvariantCulture) ?? texts[$"WebhookFault.{fault}"].Value;
}
