using System.Globalization;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Backups;

/// <summary>Backups while people are verified, each restored and held against the portal that went on.</summary>
public sealed class BackupCampaign : IAsyncLifetime
{
    private const int Usual = 3;

    private BackupBench bench = null!;

    public async Task InitializeAsync() => bench = await BackupBench.StartAsync(people: 2);

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Each_is_of_one_moment_and_holds_everything_that_was_committed_by_then()
    {
        for (var backup = 0; backup < Number("BACKUPS", Usual); backup++)
        {
            bench.Portal.Advance(TimeSpan.FromMinutes(1));
            var committed = await CountAsync(bench.Portal.Get<PortalStore>());
            var people = PassAsync(3);
            var made = (await bench.BackUpAsync()).Value;
            await people;
            await using var restored = new RestoredPortal(bench.Keys);
            Assert.True((await restored.RestoreAsync(made.Folder)).Ok);
            await restored.OpenAsync();
            Assert.Empty((await restored.VerifyAsync()).Findings);
            var held = await CountAsync(restored.Get<PortalStore>());
            Assert.True(held.Audit >= committed.Audit && held.Sessions >= committed.Sessions, $"{held} of {committed}");
            await IsBeginningAsync(restored.Get<PortalStore>());
            Directory.Delete(made.Folder, recursive: true);
        }
    }

    private async Task PassAsync(int people)
    {
        for (var person = 0; person < people; person++)
            await bench.PassAsync();
    }

    /// <summary>Every entry of audit and ledger is one that the portal which went on still has, in the same words.</summary>
    private async Task IsBeginningAsync(PortalStore restored)
    {
        await using var here = await restored.ReadAsync(CancellationToken.None);
        await using var there = await bench.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var audit = await here.Set<AuditEntry>().OrderBy(entry => entry.Sequence).Select(entry => entry.Seal!).ToListAsync();
        var original = await there.Set<AuditEntry>().OrderBy(entry => entry.Sequence).Select(entry => entry.Seal!).Take(audit.Count).ToListAsync();
        Assert.Equal(original, audit);
        var ledger = await here.Set<LedgerEntry>().OrderBy(entry => entry.Id).Select(entry => new { entry.Id, entry.Type, entry.Amount }).ToListAsync();
        var known = await there.Set<LedgerEntry>().OrderBy(entry => entry.Id).Select(entry => new { entry.Id, entry.Type, entry.Amount }).ToListAsync();
        Assert.Empty(ledger.Except(known));
    }

    private static async Task<(int Audit, int Sessions)> CountAsync(PortalStore store)
    {
        await using var db = await store.ReadAsync(CancellationToken.None);
        return (await db.Set<AuditEntry>().CountAsync(), await db.Set<VerificationSession>().CountAsync());
    }

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
