using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Alarming.Telling;

namespace FaceH5Portal.Web.Alarms;

internal static class TellingServices
{
    /// <summary>What the settings name; none of it is needed for the console to show alarms.</summary>
    public static IServiceCollection AddTelling(this IServiceCollection services, TellingSettings settings)
    {
        services.AddSingleton(settings.Alarms).AddSingleton<AlarmWords>().AddSingleton<IEndingThings, OwnEndings>();
        if (settings.Mail is { } mail)
            services.AddSingleton(mail).AddSingleton<IAlarmChannel, MailChannel>();
        if (settings.Webhook is { } webhook)
        {
            services.AddSingleton(webhook).AddSingleton<IAlarmChannel, WebhookChannel>();
            services.AddHttpClient(WebhookChannel.ChannelName, client => client.Timeout = TimeSpan.FromSeconds(15))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        }
        return services;
    }
}
