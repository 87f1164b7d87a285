using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Commands;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Web.Tests.Commands;

public sealed class CommandTests : CommandCase
{
    [Theory]
    [InlineData("backup")]
    [InlineData("doctor")]
    [InlineData("verify-audit")]
    [InlineData("--help")]
    public void Commands_are_known_by_their_name(string word) => Assert.True(PortalCommands.AreAsked([word, "--Portal:TimeZone=UTC"]));

    [Theory]
    [InlineData]
    [InlineData("--Urls=http://localhost:5080")]
    [InlineData("--environment", "backup")]
    public void Without_one_the_portal_starts(params string[] words) => Assert.False(PortalCommands.AreAsked(words));

    [Fact]
    public async Task A_backup_is_made_and_restored()
    {
        var (code, said) = await Run.CallAsync("backup");
        Assert.Equal(0, code);
        var backup = Assert.Single(Directory.GetDirectories(Path.Combine(Run.Folder, "backups")));
        Assert.Contains($"Backed up to {backup}\n", said, StringComparison.Ordinal);
        (code, said) = await Run.CallAsync("restore", backup);
        Assert.Equal(0, code);
        Assert.Contains($"Restored {backup}", said, StringComparison.Ordinal);
        Assert.Equal(0, (await Run.CallAsync("verify-audit")).Code);
    }

    [Fact]
    public async Task Only_as_many_backups_are_kept_as_one_says()
    {
        await Run.CallAsync("backup");
        await Run.CallAsync("backup");
        var (code, said) = await Run.CallAsync("backup", "--keep", "1");
        Assert.Equal(0, code);
        Assert.Contains("2 older deleted.", said, StringComparison.Ordinal);
        (_, said) = await Run.CallAsync("backup", "--keep", "1");
        Assert.Contains($"Backed up to {Assert.Single(Directory.GetDirectories(Path.Combine(Run.Folder, "backups")))}\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task How_many_are_kept_is_a_number_of_one_or_more_and_anything_else_is_refused_in_a_sentence(string keep)
    {
        var (code, said) = await Run.CallAsync("backup", $"--keep={keep}");
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Run.Folder, "backups")));
    }

    [Fact]
    public async Task A_folder_that_is_no_backup_is_refused_in_a_sentence()
    {
        var (code, said) = await Run.CallAsync("restore", Run.Folder);
        Assert.Equal(1, code);
        Assert.Contains($"{Run.Folder} is no backup", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var (code, said) = await Run.CallAsync("migrate");
        Assert.Equal(0, code);
        Assert.EndsWith("The schema is the newest already.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotation_adds_a_version_and_the_database_then_needs_it()
    {
        var (code, said) = await Run.CallAsync("rotate-keys");
        Assert.Equal(0, code);
        Assert.Contains("Everything is wrapped under version 2.", said, StringComparison.Ordinal);
        Assert.Equal([1, 2], MasterKeyFile.Load(null, Run.MasterKeyFile, create: false, new Entropy())!.Versions);
        await File.WriteAllTextAsync(Run.MasterKeyFile, (await File.ReadAllLinesAsync(Run.MasterKeyFile))[0]);
        Assert.Contains("needs version 2", (await Assert.ThrowsAsync<PortalStartException>(() => Run.CallAsync("verify-audit"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotation_that_was_cut_off_is_gone_on_with_instead_of_adding_yet_another_version()
    {
        MasterKeyFile.Renew(Run.MasterKeyFile, new Entropy());
        Assert.Contains("version 2", (await Run.CallAsync("rotate-keys")).Said, StringComparison.Ordinal);
        Assert.Equal([1, 2], MasterKeyFile.Load(null, Run.MasterKeyFile, create: false, new Entropy())!.Versions);
    }

    [Theory]
    [InlineData("audit", "\"No.\"")]
    [InlineData("charges", "\"Day")]
    public async Task An_export_is_the_file_of_the_page_and_overwrites_nothing(string what, string head)
    {
        var file = Path.Combine(Run.Folder, "out.csv");
        Assert.Equal(0, (await Run.CallAsync("export", what, file)).Code);
        Assert.StartsWith(head, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        await Assert.ThrowsAsync<PortalStartException>(() => Run.CallAsync("export", what, file));
        Assert.NotEqual(0, (await Run.CallAsync("export", what, file + "2", "--month", "November")).Code);
    }

    [Fact]
    public async Task The_audit_is_verified_and_where_it_was_rewritten_is_told()
    {
        Assert.EndsWith("the audit is as it was written.\n", (await Run.CallAsync("verify-audit")).Said, StringComparison.Ordinal);
        await Run.CallAsync("export", "audit", Path.Combine(Run.Folder, "one.csv"));
        await Run.CallAsync("export", "audit", Path.Combine(Run.Folder, "two.csv"));
        await WriteAsync("DELETE FROM AuditEntries WHERE Sequence = 1");
        var (code, said) = await Run.CallAsync("verify-audit");
        Assert.Equal(1, code);
        Assert.Contains("1: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_or_a_key_a_command_says_so()
    {
        File.Move(Run.Database, Run.Database + ".away");
        await Assert.ThrowsAsync<PortalStartException>(() => Run.CallAsync("verify-audit"));
        await Assert.ThrowsAsync<PortalStartException>(() => Run.CallAsync("rotate-keys"));
        File.Delete(Run.MasterKeyFile);
        Assert.Contains("master key", (await Assert.ThrowsAsync<PortalStartException>(() => Run.CallAsync("backup"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await WriteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99.0')");
        Assert.Contains("newer version", (await Assert.ThrowsAsync<PortalStartException>(() => Run.CallAsync("migrate"))).Message, StringComparison.Ordinal);
        Assert.Contains("BAD  Database: It was written by a newer version", (await Run.CallAsync("doctor")).Said, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Run.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
