using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Auditing;

/// <summary>A portal with an audit, and a hand in its database.</summary>
internal sealed class AuditBench : IAsyncDisposable
{
    private static readonly Actor Tester = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private AuditBench(PortalHarness portal) => Portal = portal;

    public PortalHarness Portal { get; }

    /// <summary>Entries that a portal makes while it is set up.</summary>
    public int Earlier { get; private set; }

    public string Notes => Portal.Get<AuditFolder>().Path;

    public static async Task<AuditBench> OpenAsync(int entries = 0)
    {
        var bench = new AuditBench(await PortalHarness.StartAsync());
        bench.Earlier = (int)await bench.LastAsync();
        await bench.RecordAsync(entries);
        return bench;
    }

    /// <summary>Each in a write of its own, as nearly all are.</summary>
    public async Task RecordAsync(int entries)
    {
        for (var entry = 0; entry < entries; entry++)
        {
            Portal.Advance(TimeSpan.FromSeconds(1));
            var number = entry;
            await Portal.Get<PortalStore>().WriteAsync<int>(write =>
            {
                Portal.Get<AuditTrail>().Record(write, Tester, AuditAction.SessionCreated, $"session/{number}", number % 2 == 0 ? null : $"note {number}");
                return Task.FromResult<Result<int>>(number);
            }, CancellationToken.None);
        }
    }

    public Task<AuditVerdict> VerifyAsync() => Portal.Get<AuditVerifier>().VerifyAsync(CancellationToken.None);

    public async Task DoAsync(string hand)
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync(hand);
    }

    public async Task<long> LastAsync()
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Sequence) ?? 0;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
