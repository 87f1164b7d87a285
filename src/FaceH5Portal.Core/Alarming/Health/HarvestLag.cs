using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Health;

/// <summary>How long the thing that has waited longest has been due and was not asked for.</summary>
public sealed class HarvestLag(PortalStore store, TimeProvider clock)
{
    public async Task<TimeSpan> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var token = await db.Set<VerifyToken>().MinAsync(one => one.DueUtc, cancellationToken);
        var item = await db.Set<HarvestItem>().MinAsync(one => one.DueUtc, cancellationToken);
        var oldest = token is { } due && !(item < due) ? due : item;
        return clock.GetUtcNow().UtcDateTime - oldest is { Ticks: > 0 } lag ? lag : TimeSpan.Zero;
    }
}
