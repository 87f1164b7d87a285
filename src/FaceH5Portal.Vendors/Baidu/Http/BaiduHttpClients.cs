using FaceH5Portal.Vendors.Baidu.Media;
using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu.Http;

/// <summary>The named HTTP clients. Apart from each other, so that a failing kind of call does not open the breaker of another.</summary>
internal static class BaiduHttpClients
{
    public const string Token = "baidu-token";
    public const string Query = "baidu-query";
    public const string Command = "baidu-command";
    public const string Media = "baidu-media";

    public static void Add(IServiceCollection services)
    {
        services.AddVendorQueryClient(Token, Patience);
        services.AddVendorQueryClient(Query, Patience);
        services.AddVendorQueryClient(Media, Patience).UseSocketsHttpHandler((handler, provider) =>
            handler.ConnectCallback = provider.GetRequiredService<MediaConnection>().ConnectAsync);
        services.AddVendorCommandClient(Command, provider => Options(provider).CommandTimeout);
    }

    private static VendorPatience Patience(IServiceProvider provider)
    {
        var options = Options(provider);
        return new VendorPatience(options.QueryTimeout, options.QueryDeadline, options.RetryDelay);
    }

    private static BaiduOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<BaiduOptions>>().Value;
}
