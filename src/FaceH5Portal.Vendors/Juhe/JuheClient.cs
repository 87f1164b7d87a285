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
        byte[]? key = settings.SendPlain ? null : JuheCipher.KeyOf(settings.OpenId!);
        var photo = new byte[Base64.GetMaxEncodedToUtf8Length(request.File!.Length)];
        Base64.EncodeToUtf8(request.File, photo, out _, out _);
        var form = new FormBody(2 * photo.Length);
        form.Add("key", settings.Key);
        AddWritten("idcard", Encoding.UTF8.GetBytes(request.IdNumber));
        AddWritten("realname", Encoding.UTF8.GetBytes(request.Name));
        AddWritten("image", photo);
        if (settings.Thousand)
            form.Add("thousand", "1");
        return form.ToContent();

        void AddWritten(string name, byte[] value)
        {
            if (key is null)
                form.Add(name, Encoding.UTF8.GetString(value));
            else
                form.AddBase64(name, JuheCipher.Encrypt(value, key));
        }
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
