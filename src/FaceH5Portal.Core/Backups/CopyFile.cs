using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Core.Backups;

/// <summary>A database file that nobody else has open.</summary>
internal static class CopyFile
{
    private const int AtOnce = 1 << 20;

    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static string? SchemaOf(SqliteConnection copy) => Applied(copy) is [.., var newest] ? newest : null;

    /// <summary>The migrations it has seen, in their order.</summary>
    public static IReadOnlyList<string> Applied(SqliteConnection copy)
    {
        if (One(copy, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") is 0L)
            return [];
        using var command = copy.CreateCommand();
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        using var reader = command.ExecuteReader();
        var applied = new List<string>();
        while (reader.Read())
            applied.Add(reader.GetString(0));
        return applied;
    }

    /// <summary>What SQLite itself finds wrong with it; slow for a big one, since it reads everything.</summary>
    public static bool IsSound(SqliteConnection copy) =>
        One(copy, "PRAGMA integrity_check(1)") is "ok" && One(copy, "PRAGMA foreign_key_check") is null;

    public static object? One(SqliteConnection copy, string statement)
    {
        using var command = copy.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar();
    }

    public static async Task<string> HashAsync(string path, Func<long, Task> pieceDone, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        var bytes = new byte[AtOnce];
        var sum = 0L;
        for (int count; (count = await file.ReadAsync(bytes, cancellationToken)) > 0;)
        {
            hash.AppendData(bytes, 0, count);
            await pieceDone(sum += count);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
