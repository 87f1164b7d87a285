using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>Asks SQLite how it answers each query that is sent.</summary>
internal sealed class Explainer : DbCommandInterceptor
{
    private bool listens;

    public List<string> Plans { get; } = [];

    public void Start()
    {
        Plans.Clear();
        listens = true;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (listens)
            Plans.Add(await ExplainAsync(command, cancellationToken));
        return result;
    }

    private static async Task<string> ExplainAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var (text, lines) = (command.CommandText, new List<string>());
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                lines.Add(reader.GetString(3));
        command.CommandText = text;
        return string.Join('\n', lines);
    }
}
