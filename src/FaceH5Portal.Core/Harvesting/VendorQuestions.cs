using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Asks the vendor about a token, if the keys in force are those that minted it.</summary>
public sealed class VendorQuestions(IBaiduFaceClient vendor)
{
    /// <summary>Another app's answer about a token would be "invalid", which says nothing of the person.</summary>
    public Task<VendorAnswer<T>> AskAsync<T>(string credentialId, Func<IBaiduFaceClient, Task<VendorAnswer<T>>> question) where T : class =>
        credentialId == vendor.CredentialId
            ? question(vendor)
            : Task.FromResult(VendorAnswer.Failure<T>(new VendorFault(
                VendorFaultKind.Gateway, "credential-changed", "The keys in force are not those that minted this token.", false)));

    public Task<VendorAnswer<MediaFile>> DownloadAsync(string url, CancellationToken cancellationToken) =>
        vendor.DownloadAsync(url, cancellationToken);
}
