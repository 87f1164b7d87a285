using FaceH5Portal.Vendors.Baidu.Http;
using FaceH5Portal.Vendors.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu.Media;

/// <summary>Downloads the images and videos that results point to.</summary>
internal sealed class BaiduMedia(IHttpClientFactory clients, IOptionsMonitor<BaiduOptions> options, TimeProvider clock)
{
    public async Task<VendorAnswer<MediaFile>> DownloadAsync(string url, CancellationToken ct)
    {
        if (MediaAddress.Allowed(url, options.CurrentValue) is not { } address)
            return Failed(VendorFaultKind.Refused, "url-not-allowed", "The address is not on a host media may come from.");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var client = clients.CreateClient(BaiduHttpClients.Media);
        var reply = await VendorHttp.SendAsync(client, request, BaiduLimits.MaxMediaBytes, changesState: false, ct);
        return reply.Fault is { } fault ? VendorAnswer.Failure<MediaFile>(fault) : Read(reply).AfterWaiting(reply.WaitFrom(clock.GetUtcNow()));
    }

    private static VendorAnswer<MediaFile> Read(HttpReply reply)
    {
        if (!reply.IsSuccessStatus)
            return Failed(KindOf(reply), reply.StatusCode, "The file was not given out.");
        if (reply.Body.Length == 0)
            return Failed(VendorFaultKind.Unreadable, "empty", "The file is empty.");
        return MediaSignature.TypeOf(reply.Body) is { } type
            ? VendorAnswer.Success(new MediaFile(reply.Body, type))
            : Failed(VendorFaultKind.Unreadable, "not-media", "The file is neither an image nor a video.");
    }

    /// <summary>Only a refusal says that the link is of no use any more.</summary>
    private static VendorFaultKind KindOf(HttpReply reply) =>
        reply.IsTooManyRequests ? VendorFaultKind.Gateway : reply.IsServerError ? VendorFaultKind.Unreadable : VendorFaultKind.Refused;

    private static VendorAnswer<MediaFile> Failed(VendorFaultKind kind, string code, string message) =>
        VendorAnswer.Failure<MediaFile>(new VendorFault(kind, code, message, false));
}
