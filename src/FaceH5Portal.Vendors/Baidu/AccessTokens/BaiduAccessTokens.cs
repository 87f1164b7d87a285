using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Vendors.Baidu.AccessTokens;

/// <summary>One <see cref="AppAccessToken"/> per app, so that changed settings never meet the token of another app.</summary>
internal sealed class BaiduAccessTokens(BaiduTokenEndpoint endpoint, TimeProvider clock, ILogger<BaiduAccessTokens> logger)
{
    private readonly ConcurrentDictionary<BaiduCredentials, AppAccessToken> _apps = new();

    public AppAccessToken Of(BaiduCredentials credentials) =>
        _apps.GetOrAdd(credentials, app => new AppAccessToken(app, endpoint, clock, logger));
}
