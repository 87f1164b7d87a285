using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Rotation;

public sealed class RotationTests : IDisposable
{
    private const int People = (2 * KeyRotation.Batch) + 50;

    private readonly string folder = VaultBench.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task After_a_rotation_the_old_key_is_not_needed_and_everybody_opens_and_is_found()
    {
        var (names, index) = await VaultBench.PrepareAsync(folder, People);
        await using (var both = await VaultBench.StartAsync(folder, 1, 2))
        {
            Assert.Equal(0, await both.Rotation.RunAsync(CancellationToken.None));
            Assert.True(both.Log.Says($"{People} subjects are left"));
            Assert.True(both.Log.Says("version 2 of the master key is complete"));
        }
        await using var portal = await VaultBench.StartAsync(folder, 2);
        Assert.Equal(names, await portal.NamesAsync());
        Assert.All(await portal.SubjectsAsync(), subject => Assert.Equal(2, subject.MasterKeyVersion));
        Assert.Equal(1, await portal.RotationsRecordedAsync());
        var newcomer = portal.Vault.Create(new Identity("测试甲", VaultBench.Number, CertificateType.ResidentIdCard));
        Assert.Equal(index, newcomer.NumberIndex);
    }

    [Fact]
    public async Task A_rotation_that_is_complete_does_nothing_more()
    {
        await VaultBench.PrepareAsync(folder, People);
        await using var portal = await VaultBench.StartAsync(folder, 1, 2);
        await portal.Rotation.RunAsync(CancellationToken.None);
        var before = (await portal.SubjectsAsync()).Select(subject => Convert.ToHexString(subject.WrappedKey));
        Assert.Equal(0, await portal.Rotation.RunAsync(CancellationToken.None));
        Assert.Equal(before, (await portal.SubjectsAsync()).Select(subject => Convert.ToHexString(subject.WrappedKey)));
        Assert.Equal(1, await portal.RotationsRecordedAsync());
    }

    [Fact]
    public async Task With_one_key_there_is_nothing_to_rotate()
    {
        await VaultBench.PrepareAsync(folder, People);
        await using var portal = await VaultBench.StartAsync(folder, 1);
        Assert.Equal(0, await portal.Rotation.RunAsync(CancellationToken.None));
        Assert.Equal(0, await portal.RotationsRecordedAsync());
    }

    [Fact]
    public async Task While_it_runs_the_portal_seals_opens_and_makes_subjects()
    {
        await VaultBench.PrepareAsync(folder, People);
        await using var portal = await VaultBench.StartAsync(folder, 1, 2);
        var stale = await portal.SubjectsAsync();
        var rotation = Task.Run(() => portal.Rotation.RunAsync(CancellationToken.None));
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await portal.AddAsync(3);
                var now = await portal.SubjectsAsync();
                Assert.All(now, subject => Assert.NotNull(portal.Vault.IdentityOf(subject)));
            }
        }));
        await Task.WhenAll([.. writers, rotation]);
        Assert.Equal(0, await portal.Rotation.RunAsync(CancellationToken.None));
        Assert.Equal(People + 120, (await portal.NamesAsync()).Count());
        // One who was loaded before is still right: what was sealed through an old row opens through the new.
        var fresh = await portal.SubjectsAsync();
        var kept = portal.Vault.SealText(stale[0], "note", "text");
        Assert.Equal("text", portal.Vault.OpenText(fresh.Single(s => s.Id == stale[0].Id), "note", kept));
    }

    [Fact]
    public async Task A_damaged_row_holds_up_nobody_and_keeps_the_rotation_open()
    {
        await VaultBench.PrepareAsync(folder, People);
        await using var portal = await VaultBench.StartAsync(folder, 1, 2);
        var damaged = (await portal.SubjectsAsync())[0].Id;
        await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<Subject>().Where(s => s.Id == damaged)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.WrappedKey, new byte[60])), CancellationToken.None);
        Assert.Equal(1, await portal.Rotation.RunAsync(CancellationToken.None));
        Assert.True(portal.Log.Says("1 subjects could not be wrapped anew"));
        Assert.Equal(People - 1, (await portal.SubjectsAsync()).Count(subject => subject.MasterKeyVersion == 2));
        Assert.Equal(0, await portal.RotationsRecordedAsync());
    }

    [Fact]
    public async Task Who_was_erased_needs_no_key_and_no_rotation()
    {
        await VaultBench.PrepareAsync(folder, People);
        await using (var portal = await VaultBench.StartAsync(folder, 1, 2))
        {
            var first = (await portal.SubjectsAsync())[1].Id;
            await portal.Get<PortalStore>().WriteAsync<int>(write =>
            {
                portal.Vault.Erase(write.Find<Subject>(first)!);
                return 1;
            }, CancellationToken.None);
            Assert.Equal(0, await portal.Rotation.RunAsync(CancellationToken.None));
        }
        await using var next = await VaultBench.StartAsync(folder, 2);
        Assert.Equal(People - 1, (await next.SubjectsAsync()).Count(subject => next.Vault.IdentityOf(subject) is not null));
    }
}
