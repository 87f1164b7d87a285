using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Privacy.Erasing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.Core.Tests.Rotation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class ErasureReplayTests : IDisposable
{
    private readonly string folder = VaultBench.NewFolder();

    private string Database => Path.Combine(folder, "vault.db");

    private string List => Path.Combine(folder, "audit", ErasureNotes.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_older_database_that_is_put_back_erases_again_whom_the_newer_one_had_erased()
    {
        var (erased, _) = await PeopleAsync(subject => subject.NumberIndex != null);
        File.Copy(Database, Database + ".copy");
        await EraseAsync(erased);
        PutBack(Database + ".copy");
        await using var again = await VaultBench.StartAsync(folder, 1);
        var back = await SubjectAsync(again, erased);
        Assert.True(back.IsErased);
        Assert.Null(back.SealedName ?? back.SealedNumber);
        Assert.Contains(await EntriesAsync(again), entry => entry.Target == $"subject/{erased}" && entry.ActorId == "system");
        Assert.True(again.Log.Says("were erased again"));
    }

    [Fact]
    public async Task Nobody_else_is_erased_and_the_next_start_has_nothing_to_do()
    {
        var (erased, people) = await PeopleAsync(subject => subject.NumberIndex != null);
        File.Copy(Database, Database + ".copy");
        var group = await EraseAsync(erased);
        PutBack(Database + ".copy");
        await using (var again = await VaultBench.StartAsync(folder, 1))
            Assert.Equal(people - group, await LivingAsync(again));
        await using var third = await VaultBench.StartAsync(folder, 1);
        Assert.Equal(people - group, await LivingAsync(third));
        Assert.False(third.Log.Says("were erased again"));
    }

    [Fact]
    public async Task A_hold_that_the_older_database_still_knows_does_not_bring_anybody_back()
    {
        var (erased, _) = await PeopleAsync(_ => true);
        await using (var bench = await VaultBench.StartAsync(folder, 1))
            await bench.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<Subject>().Where(s => s.Id == erased)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldAtUtc, DateTime.UnixEpoch)), default);
        CloseFiles();
        File.Copy(Database, Database + ".copy");
        await using (var bench = await VaultBench.StartAsync(folder, 1))
            await bench.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<Subject>().Where(s => s.Id == erased)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.HeldAtUtc, (DateTime?)null)), default);
        await EraseAsync(erased);
        PutBack(Database + ".copy");
        await using var again = await VaultBench.StartAsync(folder, 1);
        Assert.True((await SubjectAsync(again, erased)).IsErased);
    }

    [Fact]
    public async Task What_a_kill_kept_out_of_the_list_is_noted_at_the_next_start()
    {
        var (erased, _) = await PeopleAsync(_ => true);
        var group = await EraseAsync(erased);
        var before = Lines().Order();
        File.Delete(List);
        await using (await VaultBench.StartAsync(folder, 1))
            Assert.Equal(before, Lines().Order());
        Assert.Equal(group, Lines().Count());
    }

    [Fact]
    public async Task The_list_names_nobody_and_a_line_that_the_portal_did_not_write_erases_nobody()
    {
        var (erased, people) = await PeopleAsync(_ => true);
        var group = await EraseAsync(erased);
        var line = Lines().First();
        Assert.DoesNotContain(erased.ToString("N"), line, StringComparison.OrdinalIgnoreCase);
        await using (var bench = await VaultBench.StartAsync(folder, 1))
        {
            var living = (await bench.SubjectsAsync()).First(subject => !subject.IsErased);
            var parts = line.Split(' ');
            File.AppendAllText(List, $"\n{parts[0]} {bench.Get<ErasureNotes>().MarkOf(living.Id)} {parts[2]}\ntorn");
        }
        await using var again = await VaultBench.StartAsync(folder, 1);
        Assert.Equal(people - group, await LivingAsync(again));
        Assert.True(again.Log.Says("not as the portal wrote them"));
    }

    private IEnumerable<string> Lines() => File.ReadLines(List).Where(line => line.Length > 0);

    /// <summary>Six people in a database that is closed again; one of them, and how many there are.</summary>
    private async Task<(Guid One, int All)> PeopleAsync(Func<Subject, bool> one)
    {
        await VaultBench.PrepareAsync(folder, 6);
        await using var bench = await VaultBench.StartAsync(folder, 1);
        var all = await bench.SubjectsAsync();
        await bench.Get<PortalStore>().EmptyLogAsync(default);
        return (all.First(one).Id, all.Count);
    }

    private async Task<int> EraseAsync(Guid subject)
    {
        await using var bench = await VaultBench.StartAsync(folder, 1);
        return (await bench.Get<SubjectErasure>().EraseAsync(ErasureBench.Admin, subject, ErasureBench.Reason, default)).Value.Count;
    }

    private void PutBack(string copy)
    {
        CloseFiles();
        File.Copy(copy, Database, overwrite: true);
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");
    }

    private static void CloseFiles() => SqliteConnection.ClearAllPools();

    private static async Task<Subject> SubjectAsync(VaultBench bench, Guid id) => (await bench.SubjectsAsync()).Single(subject => subject.Id == id);

    private static async Task<int> LivingAsync(VaultBench bench) => (await bench.SubjectsAsync()).Count(subject => !subject.IsErased);

    private static async Task<List<AuditEntry>> EntriesAsync(VaultBench bench)
    {
        await using var db = await bench.Get<PortalStore>().ReadAsync(default);
        return await db.Set<AuditEntry>().Where(entry => entry.Action == AuditAction.SubjectErased).ToListAsync();
    }
}
