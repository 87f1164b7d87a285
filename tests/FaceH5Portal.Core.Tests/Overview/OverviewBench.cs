using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Overview;

/// <summary>A portal and the numbers it counts of itself.</summary>
internal sealed class OverviewBench(PortalHarness portal)
{
    public Task<int> CountAsync() => portal.Get<OverviewPass>().RunAsync(CancellationToken.None);

    public async Task<Trends> TrendsAsync(int days = 7, Guid? plan = null, Actor? actor = null) =>
        (await portal.Get<OverviewQueries>().TrendsAsync(actor ?? SessionDriver.Operator, days, plan, CancellationToken.None)).Value;

    public async Task<Waiting> WaitingAsync() =>
        (await portal.Get<WaitingQueries>().GetAsync(SessionDriver.Operator, CancellationToken.None)).Value;

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await read(db);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>The script's verdicts, one session each.</summary>
    public async Task<SessionDriver> EndAsync(object attempt, string plan = "1001")
    {
        var session = await SessionDriver.CreateAsync(portal, plan);
        await session.StartAsync();
        await portal.Sandbox.ControlAsync("script", new { verify_token = session.VerifyToken, attempts = new[] { attempt } });
        await session.CaptureAsync();
        await session.ComeBackAsync();
        return session;
    }
}
