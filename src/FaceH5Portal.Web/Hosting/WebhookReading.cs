using FaceH5Portal.Core.Data;
using FaceH5Portal.Vendors.Webhooks;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Reads where webhooks may be sent to: out to the internet over https, and in Development to this machine too.</summary>
internal static class WebhookReading
{
    private const string Private = "Webhooks:AllowPrivateNetworks";

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static WebhookReach Of(IConfiguration configuration, IHostEnvironment environment) => new()
    {
        PrivateNetworks = configuration[Private] switch
        {
            null or "" => false,
            var text => bool.TryParse(text, out var value) ? value : throw new PortalStartException($"{Private} is \"{text}\". It must be true or false."),
        },
        ThisMachine = environment.IsDevelopment(),
        PlainHttp = environment.IsDevelopment(),
    };
}
