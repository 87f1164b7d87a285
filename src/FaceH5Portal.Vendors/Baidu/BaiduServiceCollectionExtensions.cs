using System.Net;
using FaceH5Portal.Vendors.Baidu.AccessTokens;
using FaceH5Portal.Vendors.Baidu.Http;
using FaceH5Portal.Vendors.Baidu.Media;
using FaceH5Portal.Vendors.Baidu.Quotas;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Brings the Baidu client into a container.</summary>
public static class BaiduServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IBaiduFaceClient"/> and <see cref="IBaiduSetUp"/> (singletons), their options, checked at start, and its HTTP clients
    /// <c>baidu-token</c>, <c>baidu-query</c>, <c>baidu-command</c> and <c>baidu-media</c>.
    /// A <see cref="TimeProvider"/> already registered tells the age of access tokens and the end of pauses; the system's is added otherwise.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="vendorsBaiduSection">The section <c>Vendors:Baidu</c>; see <see cref="BaiduOptions"/>. Missing keys do not stop the start.</param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddBaiduFace(this IServiceCollection services, IConfiguration vendorsBaiduSection)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(vendorsBaiduSection);
        services.AddOptions<BaiduOptions>().Bind(vendorsBaiduSection).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BaiduOptions>, BaiduOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<VendorCalls>();
        services.TryAddSingleton<BaiduTokenEndpoint>();
        services.TryAddSingleton<BaiduAccessTokens>();
        services.TryAddSingleton<BaiduQuotas>();
        services.TryAddSingleton<BaiduApi>();
        services.TryAddSingleton(new HostResolver(Dns.GetHostAddressesAsync));
        services.TryAddSingleton<MediaConnection>();
        services.TryAddSingleton<BaiduMedia>();
        services.TryAddSingleton<IBaiduFaceClient, BaiduFaceClient>();
        services.TryAddSingleton<IBaiduSetUp, BaiduSetUp>();
        BaiduHttpClients.Add(services);
        return services;
    }
}
