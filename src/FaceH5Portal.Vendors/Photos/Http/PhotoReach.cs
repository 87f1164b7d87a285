using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Linkface;
using FaceH5Portal.Vendors.Tencent;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Photos.Http;

internal sealed class PhotoReach(
    IHttpClientFactory clients, IOptions<JuheOptions> juhe, IOptions<TencentOptions> tencent, IOptions<LinkfaceOptions> linkface, TimeProvider clock) : IPhotoReach
{
    // No body comes, but the length that one would have had does, and it is held against this.
    private const int MaxLengthTold = 1024 * 1024;

    public async Task<VendorAnswer<ReachedVendor>> LookAsync(PhotoVendor vendor, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, VendorUrl.At(AddressOf(vendor), "/"));
        using var client = clients.CreateClient(PhotoHttpClients.NameOf(vendor));
        var sent = clock.GetUtcNow();
        var reply = await VendorHttp.SendAsync(client, request, MaxLengthTold, changesState: false, ct);
        return reply.Fault is { } fault
            ? VendorAnswer.Failure<ReachedVendor>(fault)
            : VendorAnswer.Success(new ReachedVendor(request.RequestUri!.Host, sent + ((clock.GetUtcNow() - sent) / 2) - reply.Date));
    }

    private string AddressOf(PhotoVendor vendor) => vendor switch
    {
        PhotoVendor.Juhe => juhe.Value.BaseUrl,
        PhotoVendor.TencentLegacy => tencent.Value.LegacyBaseUrl,
        PhotoVendor.TencentV2 => tencent.Value.BaseUrl,
        PhotoVendor.Linkface => linkface.Value.BaseUrl,
        _ => throw new ArgumentOutOfRangeException(nameof(vendor), vendor, "A vendor without an address."),
    };
}
