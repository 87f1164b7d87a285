using FaceH5Portal.Vendors.Baidu.AccessTokens;
using FaceH5Portal.Vendors.Baidu.Http;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Baidu;

internal sealed class BaiduSetUp(BaiduTokenEndpoint endpoint, IOptionsMonitor<BaiduOptions> options) : IBaiduSetUp
{
    private const string H5Scope = "brain_solution_faceprint";

    public async Task<VendorAnswer<BaiduApp>> CheckAppAsync(CancellationToken ct)
    {
        if (BaiduCredentials.Of(options.CurrentValue) is not { } credentials)
            return VendorAnswer.Failure<BaiduApp>(BaiduApi.NoCredentials);
        // Not the cached token: that one says nothing of keys that were exchanged since.
        var token = await endpoint.FetchAsync(credentials, ct);
        return token.IsSuccess
            ? VendorAnswer.Success(new BaiduApp(credentials.Id, token.Value.Scopes?.Contains(H5Scope), token.Value.ClockAhead))
            : VendorAnswer.Failure<BaiduApp>(token.Fault);
    }
}
