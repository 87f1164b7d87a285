using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Tests.Rotation;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Tests.Erasure;

/// <summary>What the tests ask of the sessions of somebody who was erased.</summary>
internal static class RedactionBench
{
    /// <summary>A portal that keeps what it logs.</summary>
    public static Task<PortalHarness> StartAsync()
    {
        var lines = new LogLines();
        return PortalHarness.StartAsync(also: services => services.AddSingleton(lines).AddLogging(logging => logging.AddProvider(lines)));
    }

    public static Task<Result<Guid>> EraseAsync(this SessionDriver session, PortalHarness portal) =>
        portal.Get<PersonErasure>().EraseAsync(ErasureBench.Admin, session.Id, ErasureBench.Reason, null, CancellationToken.None);

    public static async Task<List<VerifyToken>> TokensAsync(this PortalHarness portal, SessionDriver session)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<VerifyToken>().AsNoTracking().Where(token => token.SessionId == session.Id).ToListAsync();
    }

    public static async Task<IReadOnlyList<HarvestRow>> DebtsAsync(this PortalHarness portal, SessionDriver session) =>
        (await portal.Get<HarvestQueries>().ListAsync(ErasureBench.Admin, session.Id, CancellationToken.None)).Value;

    public static async Task<List<AuditAction>> AuditAsync(this PortalHarness portal, SessionDriver session)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().Where(entry => entry.Target == $"session/{session.Id}" && entry.ActorId == ErasureBench.Admin.Id)
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync();
    }

    public static Task<Result<int>> ChangeAsync(this PortalHarness portal, Func<PortalWrite, Task<int>> change) =>
        portal.Get<PortalStore>().WriteAsync<int>(async write => await change(write), CancellationToken.None);

    /// <summary>Lets four days go by in which nothing is asked, nothing is due and nothing breaks.</summary>
    public static async Task LiveOnInPeaceAsync(this PortalHarness portal)
    {
        var calls = (await portal.Sandbox.CallsAsync()).Count;
        for (var step = 0; step < 16; step++)
        {
            portal.Advance(TimeSpan.FromHours(6));
            await portal.SweepAsync();
        }
        Assert.Equal(calls, (await portal.Sandbox.CallsAsync()).Count);
        Assert.Null(await portal.Get<HarvestPass>().NextDueAsync(CancellationToken.None));
        Assert.False(portal.Get<LogLines>().Says("Handling"));
    }
}
