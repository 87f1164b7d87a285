using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>Every row of every table, so that two moments can be compared.</summary>
internal static class DatabaseDump
{
    public static async Task<IReadOnlyList<string>> DumpAsync(this SqliteConnection database)
    {
        var rows = new List<string>();
        foreach (var table in await ReadAsync(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            rows.AddRange((await ReadAsync(database, $"SELECT * FROM \"{table}\"")).Select(row => $"{table}: {row}").Order(StringComparer.Ordinal));
        return rows;
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection database, string query)
    {
        await using var command = database.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        return rows;
    }

    private static string? Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString();
}
