using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Asks the vendor about a token, if the keys in force are those that minted it; so many things at once and no more.</summary>
public sealed class VendorQuestions(IBaiduFaceClient vendor, HarvestLimits limits) : IDisposable
{
    private readonly SemaphoreSlim lines = new(limits.AtOnce, limits.AtOnce);

    public void Dispose() => lines.Dispose();

    /// <summary>Another app's answer about a token would be "invalid", which says nothing of the person.</summary>
    public async Task<VendorAnswer<T>> AskAsync<T>(
        string credentialId, Func<IBaiduFaceClient, Task<VendorAnswer<T>>> question, CancellationToken cancellationToken) where T : class =>
        credentialId == vendor.CredentialId
            ? await OnALineAsync(() => question(vendor), cancellationToken)
            : VendorAnswer.Failure<T>(new VendorFault(
                VendorFaultKind.Gateway, "credential-changed", "The keys in force are not those that minted this token.", false));

    public Task<VendorAnswer<MediaFile>> DownloadAsync(string url, CancellationToken cancellationToken) =>
        OnALineAsync(() => vendor.DownloadAsync(url, cancellationToken), cancellationToken);

    private async Task<T> OnALineAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await lines.WaitAsync(cancellationToken);
        try
        {
            return await call();
        }
        finally
        {
            lines.Release();
        }
    }
}
