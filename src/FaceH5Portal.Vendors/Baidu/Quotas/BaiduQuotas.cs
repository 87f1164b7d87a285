using System.Collections.Concurrent;
using FaceH5Portal.Vendors.Baidu.AccessTokens;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Vendors.Baidu.Quotas;

/// <summary>One <see cref="AppQuota"/> per app: new keys start without the old ones' debts.</summary>
internal sealed class BaiduQuotas(TimeProvider clock, ILogger<BaiduQuotas> logger)
{
    private readonly ConcurrentDictionary<BaiduCredentials, AppQuota> _apps = new();

    public AppQuota Of(BaiduCredentials credentials) => _apps.GetOrAdd(credentials, app => new AppQuota(app.Id, clock, logger));
}
