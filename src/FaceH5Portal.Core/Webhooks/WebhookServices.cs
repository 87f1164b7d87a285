using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.Vendors.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.Webhooks;

internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        // The host may let more.
        services.TryAddSingleton(new WebhookReach());
        services.TryAddSingleton(provider => new WebhookSender(provider.GetRequiredService<WebhookReach>(), provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<WebhookSeal>()
            .AddSingleton<WebhookBook>()
            .AddSingleton<EndpointDesk>()
            .AddSingleton<DeliveryQueue>()
            .AddSingleton<IWriteFollower, WebhookFeed>()
            .AddSingleton<DeliveryClaims>()
            .AddSingleton<DeliveryRecorder>()
            .AddSingleton<DeliveryPass>()
            .AddSingleton<DeliveryDesk>()
            .AddSingleton<DeliveryQueries>()
            .AddSingleton<WebhookCleaning>()
            .AddSingleton<IOpeningStep, WebhookOpening>();
    }
}
