using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Photos.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Tencent.Legacy;

/// <summary>腾讯云 用户上传照片身份信息核验 (<c>face/idcardcompare</c>). Its document says it is gone; asked only where the settings insist.</summary>
internal sealed class TencentLegacyClient(PhotoApi api, IOptionsMonitor<TencentOptions> options, TimeProvider clock, SignatureNonce nonce) : IPhotoCheckClient
{
    private const string Path = "/face/idcardcompare";
    private const int Scale = 100;

    private static readonly TimeSpan SignatureLife = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PhotoVendor Vendor => PhotoVendor.TencentLegacy;

    public PhotoLimits Limits => TencentLimits.RetiredPhoto;

    public bool IsResting => api.IsResting(Vendor);

    public IReadOnlyList<string> MissingSettings => PhotoVendorOptions.Missing(
        TencentOptions.Section,
        (nameof(TencentOptions.UseRetired), options.CurrentValue.UseRetired ? "true" : null),
        (nameof(TencentOptions.AppId), options.CurrentValue.AppId),
        (nameof(TencentOptions.SecretId), options.CurrentValue.SecretId),
        (nameof(TencentOptions.SecretKey), options.CurrentValue.SecretKey));

    public async Task<PhotoCheckResult> CheckAsync(PhotoCheckRequest request, CancellationToken ct)
    {
        if (this.Refusal(request) is { } refusal)
            return refusal;
        var settings = options.CurrentValue;
        using var message = new HttpRequestMessage(HttpMethod.Post, VendorUrl.At(settings.LegacyBaseUrl, Path));
        message.Content = request.File is { Length: > 0 } ? Form(request, settings) : Json(request, settings);
        message.Headers.TryAddWithoutValidation("Authorization", Authorization(settings));
        var marks = new PhotoMarks(Scale, settings.RetiredThreshold, settings.RetiredThreshold, Above: true);
        return await api.SendAsync(new PhotoCall(Vendor, message, request, answer => TencentLegacyReading.Read(answer, marks)), ct);
    }

    private string Authorization(TencentOptions settings) => TencentLegacySignature.Sign(
        TencentLegacySignature.ForMany(settings.AppId!, settings.Bucket, settings.SecretId!, clock.GetUtcNow(), SignatureLife, nonce()),
        settings.SecretKey!);

    private static MultipartFormDataContent Form(PhotoCheckRequest request, TencentOptions settings) => FormParts.Of(
        ("appid", settings.AppId), ("bucket", settings.Bucket), ("idcard_number", request.IdNumber),
        ("idcard_name", request.Name), ("session_id", request.Reference)).WithFile("image", request.File);

    private static ByteArrayContent Json(PhotoCheckRequest request, TencentOptions settings)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string?>
            {
                ["appid"] = settings.AppId,
                ["bucket"] = settings.Bucket ?? "",
                ["idcard_number"] = request.IdNumber,
                ["idcard_name"] = request.Name,
                ["url"] = request.Url,
                ["session_id"] = request.Reference,
            },
            Wire));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
