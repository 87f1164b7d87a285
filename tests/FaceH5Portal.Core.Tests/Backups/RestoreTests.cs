using System.Security.Cryptography;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private BackupBench bench = null!;
    private Backup made = null!;

    public async Task InitializeAsync()
    {
        bench = await BackupBench.StartAsync(people: 1);
        made = (await bench.BackUpAsync()).Value;
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task What_was_backed_up_beside_the_running_portal_is_all_there_again_and_can_be_read()
    {
        await using var restored = new RestoredPortal(bench.Keys);
        Assert.Null((await restored.RestoreAsync(made.Folder)).Value.Before);
        await restored.OpenAsync();
        Assert.Empty((await restored.VerifyAsync()).Findings);
        await using var db = await restored.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var item = await db.Set<EvidenceItem>().FirstAsync(item => item.Kind == EvidenceKind.Face);
        var face = await restored.Get<EvidenceVault>().OpenAsync(item.Id, CancellationToken.None);
        Assert.Equal(item.Sha256, Convert.ToHexStringLower(SHA256.HashData(face!.Bytes)));
    }

    [Fact]
    public async Task What_stood_there_before_is_backed_up_and_can_be_had_back()
    {
        await using var restored = new RestoredPortal(bench.Keys);
        await restored.RestoreAsync(made.Folder);
        await bench.PassAsync();
        var later = (await bench.BackUpAsync()).Value;
        var second = (await restored.RestoreAsync(later.Folder)).Value;
        Assert.Equal(made.Manifest.Portal, second.Before!.Manifest.Portal);
        Assert.True((await restored.RestoreAsync(second.Before.Folder)).Ok);
    }

    [Theory]
    [InlineData(BackupHarm.ByteOfTheCopy, "backup-damaged")]
    [InlineData(BackupHarm.EndOfTheCopy, "backup-damaged")]
    [InlineData(BackupHarm.Manifest, "backup-damaged")]
    [InlineData(BackupHarm.TimeInTheManifest, "backup-forged")]
    [InlineData(BackupHarm.CopyAndHash, "backup-forged")]
    [InlineData(BackupHarm.NoManifest, "backup-not-one")]
    [InlineData(BackupHarm.NewerFormat, "backup-newer")]
    public async Task A_backup_that_is_not_as_it_was_made_is_refused_and_changes_nothing(BackupHarm harm, string code)
    {
        await using var restored = new RestoredPortal(bench.Keys);
        await restored.RestoreAsync(made.Folder);
        var before = await File.ReadAllBytesAsync(restored.Database);
        harm.Do(made);
        var refused = await restored.RestoreAsync(made.Folder);
        Assert.Equal(code, Assert.Single(refused.Errors).Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(restored.Database));
        Assert.False(Directory.Exists(restored.Shelf));
    }

    [Fact]
    public async Task A_backup_of_another_portal_is_refused_by_another_key_and_by_another_database_under_the_same_key()
    {
        await using var other = new RestoredPortal(new MasterKeyRing("the test", new MasterKey(new byte[MasterKey.Bytes])));
        Assert.Equal("backup-foreign", Assert.Single((await other.RestoreAsync(made.Folder)).Errors).Code);
        Assert.False(File.Exists(other.Database));
        await using var sibling = new RestoredPortal(bench.Keys);
        await sibling.OpenAsync();
        sibling.Get<PortalDatabase>().Dispose();
        Assert.Equal("backup-foreign", Assert.Single((await sibling.RestoreAsync(made.Folder)).Errors).Code);
    }

    [Fact]
    public async Task A_backup_from_before_a_rotation_asks_for_the_older_key()
    {
        await using var rotated = new RestoredPortal(new MasterKeyRing("the test", new MasterKey(new byte[MasterKey.Bytes], 2)));
        var refused = Assert.Single((await rotated.RestoreAsync(made.Folder)).Errors);
        Assert.Equal(("backup-master-key-missing", 1), (refused.Code, refused.Args[0]));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_portal() =>
        Assert.Contains("Another process is using the database", (await Assert.ThrowsAsync<PortalStartException>(() =>
            bench.Portal.Get<BackupRestorer>().RestoreAsync(made.Folder, bench.Database, bench.Shelf, null, CancellationToken.None))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_log_that_a_killed_portal_left_does_not_come_into_the_restored_database()
    {
        await using var restored = new RestoredPortal(bench.Keys);
        // As a kill leaves it: changes that are only in the log.
        File.Copy(bench.Database, restored.Database);
        File.Copy(bench.Database + "-wal", restored.Database + "-wal");
        await restored.RestoreAsync(made.Folder);
        Assert.False(File.Exists(restored.Database + "-wal"));
        await using var copy = new SqliteConnection($"Data Source={restored.Database};Pooling=False");
        await copy.OpenAsync();
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await check.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_full_disk_or_a_folder_that_is_none_leaves_no_half_backup()
    {
        var file = Path.Combine(bench.Portal.Folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        var refused = await bench.Portal.Get<BackupMaker>().MakeAsync(bench.Database, Path.Combine(file, "shelf"), BackupPace.Alone, null, CancellationToken.None);
        Assert.Equal("backup-cannot-write", Assert.Single(refused.Errors).Code);
        Assert.Equal([made.Folder], Directory.GetDirectories(bench.Shelf));
    }

    [Fact]
    public async Task Only_the_newest_are_kept_and_what_a_kill_left_unfinished_goes()
    {
        bench.Portal.Advance(TimeSpan.FromHours(1));
        var newer = (await bench.BackUpAsync()).Value;
        Directory.CreateDirectory(newer.Folder + "-3.unfinished");
        Assert.Equal(2, BackupShelf.Keep(bench.Shelf, 1));
        Assert.Equal([newer.Folder], Directory.GetDirectories(bench.Shelf));
        Assert.Equal(newer.Manifest.MadeAtUtc, BackupShelf.Newest(bench.Shelf));
    }
}
