namespace FaceH5Portal.Vendors.Baidu;

/// <summary>Tells whether the keys in force are good for the H5 flow, without a verify_token being minted or asked about.</summary>
public interface IBaiduSetUp
{
    /// <summary>Fetches a new access token and reads what comes with it (鉴权认证机制, Access Token获取). Costs nothing; tokens issued before stay good.</summary>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>
    /// The app. Faults: <see cref="VendorFaultKind.Refused"/> <c>no-credentials</c> (no keys are set), <c>invalid_client</c> (unknown API key or wrong
    /// secret key), 18 and the like where the vendor is busy, and whatever keeps an answer from arriving.
    /// </returns>
    Task<VendorAnswer<BaiduApp>> CheckAppAsync(CancellationToken ct);
}
