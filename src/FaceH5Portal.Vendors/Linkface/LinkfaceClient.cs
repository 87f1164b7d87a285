using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Linkface;

/// <summary>Linkface <c>/v2/identity/selfie_idnumber_verification</c>.</summary>
internal sealed class LinkfaceClient(PhotoApi api, IOptionsMonitor<LinkfaceOptions> options, TimeProvider clock) : IPhotoCheckClient
{
    private const string Path = "/v2/identity/selfie_idnumber_verification";

    public PhotoVendor Vendor => PhotoVendor.Linkface;

    public PhotoLimits Limits => LinkfaceLimits.Photo;

    public bool IsResting => api.IsResting(Vendor);

    public IReadOnlyList<string> MissingSettings => PhotoVendorOptions.Missing(
        LinkfaceOptions.Section,
        (nameof(LinkfaceOptions.ApiId), options.CurrentValue.ApiId), (nameof(LinkfaceOptions.ApiSecret), options.CurrentValue.ApiSecret));

    public async Task<PhotoCheckResult> CheckAsync(PhotoCheckRequest request, CancellationToken ct)
    {
        if (this.Refusal(request) is { } refusal)
            return refusal;
        var settings = options.CurrentValue;
        using var message = new HttpRequestMessage(HttpMethod.Post, VendorUrl.At(settings.BaseUrl, Path));
        message.Content = Form(request, settings);
        return await api.SendAsync(new PhotoCall(Vendor, message, request, LinkfaceReading.Read), ct);
    }

    private MultipartFormDataContent Form(PhotoCheckRequest request, LinkfaceOptions settings)
    {
        string timestamp = LinkfaceSignature.Timestamp(clock.GetUtcNow(), settings.TimestampInSeconds);
        // The vendor takes the image id before the file and the file before the address; the others would only be carried along.
        bool byId = !string.IsNullOrEmpty(request.ImageId);
        bool byFile = !byId && request.File is { Length: > 0 };
        return FormParts.Of(
            ("api_id", settings.ApiId),
            ("sequence_id", request.Reference),
            ("id_number", request.IdNumber),
            ("name", request.Name),
            ("selfie_image_id", request.ImageId),
            ("selfie_url", byId || byFile ? null : request.Url),
            ("selfie_auto_rotate", request.AutoRotate ? "true" : null),
            ("timestamp", timestamp),
            ("sign", LinkfaceSignature.Of(settings.ApiId!, settings.ApiSecret!, timestamp)))
            .WithFile("selfie_file", byFile ? request.File : null);
    }
}
