using FaceH5Portal.Vendors.Baidu.Http;
using FaceH5Portal.Vendors.Baidu.Media;
using FaceH5Portal.Vendors.Baidu.Reading;
using FaceH5Portal.Vendors.Http;
using FaceH5Portal.Vendors.Reading;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu;

internal sealed class BaiduFaceClient(BaiduApi api, BaiduMedia media, IOptionsMonitor<BaiduOptions> options) : IBaiduFaceClient
{
    public string? CredentialId => api.Credentials?.Id;

    public Task<VendorAnswer<VerifyTokenGrant>> GenerateAsync(string planId, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(planId);
        var credentials = api.Credentials;
        return api.CallAsync(
            credentials,
            new BaiduCall(BaiduUrls.Generate, new Dictionary<string, object> { ["plan_id"] = planId }) { ChangesState = true },
            envelope => envelope.Result?.Text("verify_token") is { } token ? new VerifyTokenGrant(token, credentials!.Id) : null,
            ct);
    }

    public Task<VendorAnswer<Acknowledged>> SubmitIdentityAsync(string verifyToken, SubmittedIdentity identity, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var parameters = About(verifyToken);
        parameters["id_name"] = identity.Name;
        parameters["id_no"] = identity.Number;
        parameters["certificate_type"] = identity.CertificateType;
        var call = new BaiduCall(BaiduUrls.SubmitIdentity, parameters) { ChangesState = true, PersonName = identity.Name };
        return api.CallAsync(api.Credentials, call, _ => Acknowledged.Instance, ct);
    }

    public Task<VendorAnswer<Acknowledged>> UploadMatchImageAsync(string verifyToken, MatchImage image, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(image);
        var parameters = About(verifyToken);
        parameters["image"] = Convert.ToBase64String(image.Bytes);
        if (image.QualityControl is { } quality)
            parameters["quality_control"] = quality;
        if (image.LivenessControl is { } liveness)
            parameters["liveness_control"] = liveness;
        var call = new BaiduCall(BaiduUrls.UploadMatchImage, parameters) { ChangesState = true };
        return api.CallAsync(api.Credentials, call, _ => Acknowledged.Instance, ct);
    }

    public Task<VendorAnswer<VerificationRecord>> GetAllAsync(string verifyToken, CancellationToken ct) =>
        api.CallAsync(api.Credentials, new BaiduCall(BaiduUrls.GetAll, About(verifyToken)) { NeedsPaidService = true }, RecordReading.Read, ct);

    public Task<VendorAnswer<VerificationDetail>> GetDetailAsync(string verifyToken, CancellationToken ct)
    {
        var call = new BaiduCall(BaiduUrls.Detail, About(verifyToken)) { NeedsPaidService = true, VerdictIsAnAnswer = true, MaxBytes = BaiduLimits.MaxDetailBytes };
        return api.CallAsync(api.Credentials, call, DetailReading.Read, ct);
    }

    public Task<VendorAnswer<CapturedFace>> GetSimpleAsync(string verifyToken, CancellationToken ct) =>
        api.CallAsync(
            api.Credentials,
            new BaiduCall(BaiduUrls.Simple, About(verifyToken)) { NeedsPaidService = true },
            envelope => envelope.Result?.Text("image") is { } url ? new CapturedFace(url) : null,
            ct);

    public Task<VendorAnswer<VerificationStatistics>> GetStatAsync(string verifyToken, CancellationToken ct) =>
        api.CallAsync(api.Credentials, new BaiduCall(BaiduUrls.Stat, About(verifyToken)), StatReading.Read, ct);

    public Task<VendorAnswer<CapturedMedia>> GetMediaAsync(string verifyToken, CancellationToken ct) =>
        api.CallAsync(api.Credentials, new BaiduCall(BaiduUrls.Media, About(verifyToken)), MediaReading.Read, ct);

    public Task<VendorAnswer<MediaFile>> DownloadAsync(string url, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(url);
        return media.DownloadAsync(url, ct);
    }

    public Uri CapturePageUrl(string verifyToken, Uri successUrl, Uri failedUrl)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verifyToken);
        ArgumentNullException.ThrowIfNull(successUrl);
        ArgumentNullException.ThrowIfNull(failedUrl);
        return VendorUrl.At(
            options.CurrentValue.PageBaseUrl,
            $"{BaiduUrls.CapturePage}?token={Uri.EscapeDataString(verifyToken)}&successUrl={Uri.EscapeDataString(successUrl.AbsoluteUri)}&failedUrl={Uri.EscapeDataString(failedUrl.AbsoluteUri)}");
    }

    private static Dictionary<string, object> About(string verifyToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verifyToken);
        return new Dictionary<string, object> { ["verify_token"] = verifyToken };
    }
}
