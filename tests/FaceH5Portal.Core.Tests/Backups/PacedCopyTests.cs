using FaceH5Portal.Core.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Core.Tests.Backups;

public sealed class PacedCopyTests : IDisposable
{
    private const int Rows = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("paced-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_copy_is_of_the_moment_it_began_though_others_write_between_its_pieces()
    {
        await using var writer = Filled();
        await using var from = CopyFile.Open(Path.Combine(folder, "portal.db"));
        await using var to = CopyFile.Open(Path.Combine(folder, "copy.db"), SqliteOpenMode.ReadWriteCreate);
        var (pieces, lastDone, lastTotal) = (0, 0, 0);
        await PacedCopy.RunAsync(from, to, (done, total) =>
        {
            Assert.InRange(done, lastDone + 1, total);
            (pieces, lastDone, lastTotal) = (pieces + 1, done, total);
            Run(writer, "INSERT INTO Things (Text) VALUES (hex(randomblob(2000))); UPDATE Things SET Text = 'changed' WHERE Id = 1");
            return Task.CompletedTask;
        });
        Assert.True(pieces > 2, $"It was copied in {pieces} pieces.");
        Assert.Equal(lastTotal, lastDone);
        Assert.Equal((long)Rows, CopyFile.One(to, "SELECT COUNT(*) FROM Things"));
        Assert.Equal(0L, CopyFile.One(to, "SELECT COUNT(*) FROM Things WHERE Text = 'changed'"));
        Assert.True(CopyFile.IsSound(to));
        Assert.Equal((long)Rows + pieces, CopyFile.One(writer, "SELECT COUNT(*) FROM Things"));
    }

    [Fact]
    public async Task Beside_people_nine_tenths_of_the_time_are_rest()
    {
        var clock = new FakeTimeProvider();
        var work = BackupPace.BesidePeople.Begin(clock);
        clock.Advance(TimeSpan.FromMilliseconds(10));
        var rest = work.RestAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMilliseconds(89));
        Assert.False(rest.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await rest;
    }

    [Fact]
    public async Task Nobody_rests_from_what_a_sleeping_machine_did()
    {
        var clock = new FakeTimeProvider();
        var work = BackupPace.BesidePeople.Begin(clock);
        clock.Advance(TimeSpan.FromHours(1));
        var rest = work.RestAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(5));
        await rest;
    }

    [Fact]
    public void Alone_nothing_is_waited_for()
    {
        var clock = new FakeTimeProvider();
        var work = BackupPace.Alone.Begin(clock);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(work.RestAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    private SqliteConnection Filled()
    {
        var connection = CopyFile.Open(Path.Combine(folder, "portal.db"), SqliteOpenMode.ReadWriteCreate);
        Run(connection, $"""
            PRAGMA journal_mode=WAL;
            CREATE TABLE Things (Id INTEGER PRIMARY KEY, Text TEXT);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
            INSERT INTO Things (Text) SELECT hex(randomblob(2000)) FROM n;
            """);
        return connection;
    }

    private static void Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
