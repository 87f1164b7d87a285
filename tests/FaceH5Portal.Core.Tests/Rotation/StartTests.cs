using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Rotation;

/// <summary>Which master keys a database starts with, and in which words it refuses the others.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = VaultBench.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_old_key_taken_out_before_the_rotation_is_complete_is_named_with_its_setting()
    {
        await PrepareAsync();
        await RefusesAsync("The database needs version 1 of the master key, and Portal:MasterKey holds only version 2", 2);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_is_named()
    {
        await PrepareAsync();
        await using (var rotated = await VaultBench.StartAsync(folder, 1, 2))
            await rotated.Rotation.RunAsync(CancellationToken.None);
        await RefusesAsync("needs version 2 of the master key, and Portal:MasterKey holds only version 1", 1);
        await RefusesAsync("needs version 2 of the master key, and Portal:MasterKey holds only version 1 and 3", 1, 3);
    }

    [Fact]
    public async Task Half_a_rotation_needs_both()
    {
        await PrepareAsync();
        var breaker = new CommitBreaker(afterCommit: true);
        await using (var killed = await VaultBench.StartAsync(folder, breaker, 1, 2))
        {
            breaker.BreakAt(1);
            await Assert.ThrowsAsync<KilledException>(() => killed.Rotation.RunAsync(CancellationToken.None));
        }
        await RefusesAsync("needs version 1", 2);
        await RefusesAsync("needs version 2", 1);
    }

    [Fact]
    public async Task Another_key_under_the_same_version_is_refused()
    {
        await PrepareAsync();
        var ring = new MasterKeyRing("Portal:MasterKey", new MasterKey(new byte[MasterKey.Bytes]));
        await using var portal = await VaultBench.StartAsync(folder, 1);
        var opening = new VaultOpening(portal.Get<PortalStore>(), ring, new KeyWrapping(ring, new Entropy()), new BlindIndex(), new AuditChain(), new AccountSeal(new Entropy()), new RootKey());
        var refusal = await Assert.ThrowsAsync<PortalStartException>(() => opening.RunAsync(CancellationToken.None));
        Assert.Contains("Version 1 of the master key in Portal:MasterKey is not the key", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_anybody_in_it_still_knows_its_key()
    {
        await using (await VaultBench.StartAsync(folder, 1))
        {
        }
        await RefusesAsync("needs version 1", 2);
    }

    [Fact]
    public async Task A_damaged_row_does_not_keep_the_portal_from_starting()
    {
        await PrepareAsync();
        await using (var portal = await VaultBench.StartAsync(folder, 1))
        {
            var damaged = (await portal.SubjectsAsync())[0].Id;
            await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<Subject>().Where(s => s.Id == damaged)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.WrappedKey, new byte[3])), CancellationToken.None);
        }
        await using var next = await VaultBench.StartAsync(folder, 1);
        Assert.Equal(3, (await next.SubjectsAsync()).Count);
    }

    [Fact]
    public async Task Subjects_from_before_the_index_had_a_key_of_its_own_stay_grouped()
    {
        const string Old = "the index as the first version made it";
        await PrepareAsync();
        await using (var portal = await VaultBench.StartAsync(folder, 1))
            await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<IndexKey>().ExecuteDeleteAsync(), CancellationToken.None);
        await using var upgraded = await VaultBench.StartAsync(folder, 1, 2);
        var first = new BlindIndex();
        first.Use(VaultBench.KeyOf(1).FirstIndexKey);
        Assert.Equal(first.Of(Old), upgraded.Get<BlindIndex>().Of(Old));
    }

    [Fact]
    public async Task A_new_databases_index_hangs_on_no_master_key()
    {
        await using var portal = await VaultBench.StartAsync(folder, 1);
        var derived = new BlindIndex();
        derived.Use(VaultBench.KeyOf(1).FirstIndexKey);
        Assert.NotEqual(derived.Of("x"), portal.Get<BlindIndex>().Of("x"));
    }

    private async Task PrepareAsync()
    {
        await using var portal = await VaultBench.StartAsync(folder, 1);
        await portal.AddAsync(3);
    }

    private async Task RefusesAsync(string words, params int[] versions) => Assert.Contains(
        words, (await Assert.ThrowsAsync<PortalStartException>(() => VaultBench.StartAsync(folder, versions))).Message, StringComparison.Ordinal);
}
