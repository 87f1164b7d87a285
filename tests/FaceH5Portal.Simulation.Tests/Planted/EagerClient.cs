using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Simulation.Tests.Planted;

/// <summary>Asks how a token ended as soon as it is minted, as a poller would that knows nothing of the vendor's warning.</summary>
internal sealed class EagerClient(IBaiduFaceClient real) : IBaiduFaceClient
{
    public string? CredentialId => real.CredentialId;

    public async Task<VendorAnswer<VerifyTokenGrant>> GenerateAsync(string planId, CancellationToken ct)
    {
        var grant = await real.GenerateAsync(planId, ct);
        if (grant.IsSuccess)
            await real.GetAllAsync(grant.Value.VerifyToken, ct);
        return grant;
    }

    public Task<VendorAnswer<Acknowledged>> SubmitIdentityAsync(string verifyToken, SubmittedIdentity identity, CancellationToken ct) =>
        real.SubmitIdentityAsync(verifyToken, identity, ct);

    public Task<VendorAnswer<Acknowledged>> UploadMatchImageAsync(string verifyToken, MatchImage image, CancellationToken ct) =>
        real.UploadMatchImageAsync(verifyToken, image, ct);

    public Task<VendorAnswer<VerificationRecord>> GetAllAsync(string verifyToken, CancellationToken ct) => real.GetAllAsync(verifyToken, ct);

    public Task<VendorAnswer<VerificationDetail>> GetDetailAsync(string verifyToken, CancellationToken ct) => real.GetDetailAsync(verifyToken, ct);

    public Task<VendorAnswer<CapturedFace>> GetSimpleAsync(string verifyToken, CancellationToken ct) => real.GetSimpleAsync(verifyToken, ct);

    public Task<VendorAnswer<VerificationStatistics>> GetStatAsync(string verifyToken, CancellationToken ct) => real.GetStatAsync(verifyToken, ct);

    public Task<VendorAnswer<CapturedMedia>> GetMediaAsync(string verifyToken, CancellationToken ct) => real.GetMediaAsync(verifyToken, ct);

    public Task<VendorAnswer<MediaFile>> DownloadAsync(string url, CancellationToken ct) => real.DownloadAsync(url, ct);

    public Uri CapturePageUrl(string verifyToken, Uri successUrl, Uri failedUrl) => real.CapturePageUrl(verifyToken, successUrl, failedUrl);
}
