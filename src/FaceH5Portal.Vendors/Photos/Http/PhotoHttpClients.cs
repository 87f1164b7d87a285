using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>The named HTTP clients, one for each vendor, so that one that hangs delays only itself.</summary>
internal static class PhotoHttpClients
{
    public static string NameOf(PhotoVendor vendor) => $"photo-{vendor}";

    public static IHttpClientBuilder AddPhotoHttpClient(this IServiceCollection services, PhotoVendor vendor, Func<IServiceProvider, TimeSpan> timeout) =>
        services.AddVendorRareClient(NameOf(vendor), timeout);
}
