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
        message.Content = new FormUrlEncodedContent(Fields(request, settings));
        var marks = Marks(settings);
        return await api.SendAsync(new PhotoCall(Vendor, message, request, answer => JuheReading.Read(answer, marks)), ct);
    }

    private static Dictionary<string, string> Fields(PhotoCheckRequest request, JuheOptions settings)
    {
        byte[]? key = settings.SendPlain ? null : JuheCipher.KeyOf(settings.OpenId!);
        var fields = new Dictionary<string, string>
        {
            ["key"] = settings.Key!,
            ["idcard"] = Written(request.IdNumber),
            ["realname"] = Written(request.Name),
            ["image"] = Written(Convert.ToBase64String(request.File!)),
        };
        if (settings.Thousand)
            fields["thousand"] = "1";
        return fields;

        string Written(string value) => key is null ? value : JuheCipher.Encrypt(value, key);
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
