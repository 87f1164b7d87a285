using FaceH5Portal.Web.Tests.Safety;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>A connection of its own, whose data_version tells of anybody else's commit.</summary>
internal sealed class CommitWatch : IAsyncDisposable
{
    private readonly SqliteConnection connection;

    private CommitWatch(SqliteConnection connection) => this.connection = connection;

    /// <summary>Another number after each commit.</summary>
    public long Version
    {
        get
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)command.ExecuteScalar()!;
        }
    }

    public static async Task<CommitWatch> OnAsync(string database)
    {
        var connection = new SqliteConnection($"{database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        return new CommitWatch(connection);
    }

    /// <summary>Every row of every table, so that two moments can be compared.</summary>
    public Task<IReadOnlyList<string>> DumpAsync() => connection.DumpAsync();

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
