using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Keeps the commands of queries as long as their connection is open, so that the database parses and plans each once:
/// for a row or two that is most of the work.
/// </summary>
internal sealed class KeptCommands : DbCommandInterceptor
{
    // Far more than the queries that come again and again; what is made up once, such as a search, must not pile up.
    private const int Most = 200;

    // By the very text: the same query brings the same, not only an equal one.
    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, KeptCommand>> kept = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (eventData.CommandSource != CommandSource.LinqQuery || result is not SqliteCommand { Connection: { } connection } asked)
            return result;
        var commands = kept.GetValue(connection, Open);
        if (!commands.TryGetValue(asked.CommandText, out var command))
        {
            if (commands.Count >= Most)
                Forget(commands);
            commands[asked.CommandText] = command = new KeptCommand { Connection = connection, CommandText = asked.CommandText };
        }
        return command.TryTake(asked) ? command : asked;
    }

    private static Dictionary<string, KeptCommand> Open(DbConnection connection)
    {
        var commands = new Dictionary<string, KeptCommand>(ReferenceEqualityComparer.Instance);
        connection.WhenClosed(() => Forget(commands));
        return commands;
    }

    private static void Forget(Dictionary<string, KeptCommand> commands)
    {
        foreach (var command in commands.Values)
            command.Forget();
        commands.Clear();
    }
}

/// <summary>A command that whoever disposes it gives back.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private bool isTaken;
    private bool isForgotten;

    /// <summary>Takes the place of another; false while its last reader is still reading.</summary>
    public bool TryTake(SqliteCommand other)
    {
        if (isTaken)
            return false;
        isTaken = true;
        // The text as well: who looked at it last may have changed it.
        (CommandText, Transaction, CommandTimeout) = (other.CommandText, other.Transaction, other.CommandTimeout);
        Parameters.Clear();
        foreach (SqliteParameter parameter in other.Parameters)
            Parameters.Add(parameter);
        other.Dispose();
        return true;
    }

    public void Forget()
    {
        isForgotten = true;
        if (!isTaken)
            Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        isTaken = false;
        if (isForgotten)
            base.Dispose(disposing);
    }
}
