using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>Asks SQLite how it answers each query that is sent, and each statement that a connection has ready.</summary>
/// <param name="besides">Part of the text of those that are passed over.</param>
internal sealed class Explainer(string? besides = null) : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly List<SqliteConnection> connections = [];
    private bool listens;

    public List<string> Plans { get; } = [];

    public void Start()
    {
        Plans.Clear();
        listens = true;
    }

    /// <summary>Of what works and looks have read and stored past the context so far.</summary>
    public IReadOnlyList<string> PlansOfRows()
    {
        listens = false;
        lock (connections)
            return [.. connections.Where(connection => connection.Handle is not null).SelectMany(connection =>
                Ready(connection).Where(IsOfRows).Distinct().Select(sql => Explain(connection, sql)).ToList())];
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var opened = (SqliteConnection)connection;
        // Else it would not list them.
        opened.Handle!.enable_sqlite3_next_stmt(true);
        lock (connections)
            connections.Add(opened);
        return Task.CompletedTask;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Hear(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Hear(command);
        return ValueTask.FromResult(result);
    }

    private void Hear(DbCommand command)
    {
        if (!listens || IsPassedOver(command.CommandText))
            return;
        var text = command.CommandText;
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        Plans.Add(Read(command));
        command.CommandText = text;
    }

    private bool IsPassedOver(string sql) => besides is not null && sql.Contains(besides, StringComparison.Ordinal);

    /// <summary>They name no parameters.</summary>
    private bool IsOfRows(string sql) => !IsPassedOver(sql) && sql.Contains('?')
        && (sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.StartsWith("UPDATE", StringComparison.Ordinal) || sql.StartsWith("DELETE", StringComparison.Ordinal));

    private static IEnumerable<string> Ready(SqliteConnection connection)
    {
        for (var statement = raw.sqlite3_next_stmt(connection.Handle, null); statement is not null; statement = raw.sqlite3_next_stmt(connection.Handle, statement))
            yield return raw.sqlite3_sql(statement).utf8_to_string();
    }

    /// <summary>What is not bound is as good as any value: the plan is the same for all.</summary>
    private static string Explain(SqliteConnection connection, string sql)
    {
        var explained = raw.sqlite3_prepare_v2(connection.Handle, $"EXPLAIN QUERY PLAN {sql}", out var statement);
        Assert.Equal(raw.SQLITE_OK, explained);
        using (statement)
        {
            var lines = new List<string>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                lines.Add(raw.sqlite3_column_text(statement, 3).utf8_to_string());
            return string.Join('\n', lines);
        }
    }

    private static string Read(DbCommand command)
    {
        var lines = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return string.Join('\n', lines);
    }
}
