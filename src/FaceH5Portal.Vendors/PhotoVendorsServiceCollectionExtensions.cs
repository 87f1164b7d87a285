using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Linkface;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Http;
using FaceH5Portal.Vendors.Tencent;
using FaceH5Portal.Vendors.Tencent.Legacy;
using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors;

/// <summary>Brings the photo-check vendors into a container.</summary>
public static class PhotoVendorsServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="IPhotoCheckClient"/> (singleton) for each <see cref="PhotoVendor"/>, both among all of them and under its vendor as a key,
    /// an <see cref="IPhotoReach"/>, their options, checked at start, and an HTTP client of its own for each, so that one that hangs delays only itself.
    /// A <see cref="TimeProvider"/> already registered dates the signatures; the system's is added otherwise.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">Holds <c>Vendors:Juhe</c>, <c>Vendors:Tencent</c> and <c>Vendors:Linkface</c>; see <see cref="JuheOptions"/>, <see cref="TencentOptions"/>, <see cref="LinkfaceOptions"/>. Missing keys do not stop the start.</param>
    /// <returns>The container.</returns>
    public static IServiceCollection AddPhotoVendors(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(SignatureNonces.Random);
        services.TryAddSingleton<PhotoBreakers>();
        services.TryAddSingleton<VendorCalls>();
        services.TryAddSingleton<PhotoApi>();
        services.TryAddSingleton<IPhotoReach, PhotoReach>();
        services.AddPhotoOptions<JuheOptions, JuheOptionsValidator>(configuration.GetSection(JuheOptions.Section));
        services.AddPhotoOptions<TencentOptions, TencentOptionsValidator>(configuration.GetSection(TencentOptions.Section));
        services.AddPhotoOptions<LinkfaceOptions, LinkfaceOptionsValidator>(configuration.GetSection(LinkfaceOptions.Section));
        services.AddPhotoVendor<JuheClient, JuheOptions>(PhotoVendor.Juhe);
        services.AddPhotoVendor<TencentLegacyClient, TencentOptions>(PhotoVendor.TencentLegacy);
        services.AddPhotoVendor<TencentClient, TencentOptions>(PhotoVendor.TencentV2);
        services.AddPhotoVendor<LinkfaceClient, LinkfaceOptions>(PhotoVendor.Linkface);
        return services;
    }

    private static void AddPhotoOptions<TOptions, TValidator>(this IServiceCollection services, IConfiguration section)
        where TOptions : PhotoVendorOptions
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
    }

    private static void AddPhotoVendor<TClient, TOptions>(this IServiceCollection services, PhotoVendor vendor)
        where TClient : class, IPhotoCheckClient
        where TOptions : PhotoVendorOptions
    {
        services.TryAddSingleton<TClient>();
        services.AddSingleton<IPhotoCheckClient>(provider => provider.GetRequiredService<TClient>());
        services.AddKeyedSingleton<IPhotoCheckClient>(vendor, (provider, _) => provider.GetRequiredService<TClient>());
        services.AddPhotoHttpClient(vendor, provider => provider.GetRequiredService<IOptions<TOptions>>().Value.CheckTimeout);
    }
}
