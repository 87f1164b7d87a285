using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>Asks SQLite how it answers each query that is sent.</summary>
/// <param name="besides">Part of the text of those that are passed over.</param>
internal sealed class Explainer(string? besides = null) : DbCommandInterceptor
{
    private bool listens;

    public List<string> Plans { get; } = [];

    public void Start()
    {
        Plans.Clear();
        listens = true;
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
        if (!listens || (besides is not null && command.CommandText.Contains(besides, StringComparison.Ordinal)))
            return;
        var (text, lines) = (command.CommandText, new List<string>());
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                lines.Add(reader.GetString(3));
        command.CommandText = text;
        Plans.Add(string.Join('\n', lines));
    }
}
