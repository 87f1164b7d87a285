using System.Buffers.Text;
using System.Text;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Photos.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Juhe;

/// <summary>聚合数据 人脸实名认证: <c>verifyface/verifyEncry</c>, or <c>verifyface/verify</c> where the settings insist.</summary>
internal sealed partial class JuheClient(PhotoApi api, IOptionsMonitor<JuheOptions> options, ILogger<JuheClient> logger) : IPhotoCheckClient
{
    private const string EncryptedPath = "/verifyface/verifyEncry";
    private const string PlainPath = "/verifyface/verify";
    private const int Thousand = 1000;
    private const int Hundred = 100;

    public PhotoVendor Vendor => PhotoVendor.Juhe;

    public PhotoLimits Limits => JuheLimits.Photo;

    public bool IsResting => api.IsResting(Vendor);

    public IReadOnlyList<string> MissingSettings => options.CurrentValue is { SendPlain: true } plain
        ? PhotoVendorOptions.Missing(JuheOptions.Section, (nameof(plain.Key), plain.Key))
        : PhotoVendorOptions.Missing(
            JuheOptions.Section, (nameof(JuheOptions.Key), options.CurrentValue.Key), (nameof(JuheOptions.OpenId), options.CurrentValue.OpenId));

    public async Task<PhotoCheckResult> CheckAsync(PhotoCheckRequest request, CancellationToken ct)
    {
        if (this.Refusal(request) is { } refusal)
            return refusal;
        var settings = options.CurrentValue;
        if (settings.SendPlain)
            Log.SendsPlain(logger);
        using var message = new HttpRequestMessage(HttpMethod.Post, VendorUrl.At(settings.BaseUrl, settings.SendPlain ? PlainPath : EncryptedPath));
        message.Content = Form(request, settings);
        var marks = Marks(settings);
        return await api.SendAsync(new PhotoCall(Vendor, message, request, answer => JuheReading.Read(answer, marks)), ct);
    }

    private static HttpContent Form(PhotoCheckRequest request, JuheOptions settings)
    {
        byte[] photo = request.File!;
        var form = new FormBody(2 * Base64.GetMaxEncodedToUtf8Length(photo.Length));
        form.Add("key", settings.Key);
        if (settings.SendPlain)
            AddPlain(form, request, photo);
        else
            AddEncrypted(form, request, photo, JuheCipher.KeyOf(settings.OpenId!));
        if (settings.Thousand)
            form.Add("thousand", "1");
        return form.ToContent();
    }

    private static void AddPlain(FormBody form, PhotoCheckRequest request, byte[] photo)
    {
        form.Add("idcard", request.IdNumber);
        form.Add("realname", request.Name);
        form.AddBase64("image", photo);
    }

    private static void AddEncrypted(FormBody form, PhotoCheckRequest request, byte[] photo, byte[] key)
    {
        form.AddBase64("idcard", JuheCipher.Encrypt(Encoding.UTF8.GetBytes(request.IdNumber), key));
        form.AddBase64("realname", JuheCipher.Encrypt(Encoding.UTF8.GetBytes(request.Name), key));
        JuheCipher.AddPhoto(form, "image", photo, key);
    }

    /// <summary>The answer does not say on which scale its score is; what was asked for does.</summary>
    private static PhotoMarks Marks(JuheOptions settings)
    {
        int scale = settings.Thousand ? Thousand : Hundred;
        return new PhotoMarks(scale, settings.UncertainFrom * scale / Hundred, settings.MatchFrom * scale / Hundred);
    }

    private static partial class Log
    {
        [LoggerMessage(21, LogLevel.Warning, "Vendors:Juhe:SendPlain is on: name, ID number and photo go to Juhe unencrypted.")]
        public static partial void SendsPlain(ILogger logger);
    }
}
