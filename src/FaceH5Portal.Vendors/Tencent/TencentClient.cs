using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Tencent;

/// <summary>腾讯云 faceid <c>ImageRecognitionV2</c> (照片人脸核身 V2.0, https://cloud.tencent.com/document/api/1007/102203).</summary>
internal sealed class TencentClient(PhotoApi api, IOptionsMonitor<TencentOptions> options, TimeProvider clock) : IPhotoCheckClient
{
    private const string Service = "faceid";
    private const string Action = "ImageRecognitionV2";
    private const string Version = "2018-03-01";
    private const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PhotoVendor Vendor => PhotoVendor.TencentV2;

    public PhotoLimits Limits => TencentLimits.Photo;

    public bool IsResting => api.IsResting(Vendor);

    public IReadOnlyList<string> MissingSettings => PhotoVendorOptions.Missing(
        TencentOptions.Section,
        (nameof(TencentOptions.SecretId), options.CurrentValue.SecretId), (nameof(TencentOptions.SecretKey), options.CurrentValue.SecretKey));

    public async Task<PhotoCheckResult> CheckAsync(PhotoCheckRequest request, CancellationToken ct)
    {
        if (this.Refusal(request) is { } refusal)
            return refusal;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(
            new { IdCard = request.IdNumber, request.Name, ImageBase64 = Convert.ToBase64String(request.File!) }, Wire);
        using var message = Signed(body, options.CurrentValue);
        return await api.SendAsync(new PhotoCall(Vendor, message, request, TencentReading.Read), ct);
    }

    private HttpRequestMessage Signed(byte[] body, TencentOptions settings)
    {
        var now = clock.GetUtcNow();
        var url = VendorUrl.At(settings.BaseUrl, "/");
        var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        message.Headers.Add("X-TC-Action", Action);
        message.Headers.Add("X-TC-Version", Version);
        message.Headers.Add("X-TC-Timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        string authorization = Tc3Signature.Authorization(
            (settings.SecretId!, settings.SecretKey!), Service, now,
            [("content-type", ContentType), ("host", url.Authority), ("x-tc-action", Action)], body);
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        return message;
    }
}
