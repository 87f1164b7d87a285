using FaceH5Portal.Core.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace FaceH5Portal.Core.Data;

/// <summary>A context whose connection stays open, with the statements that it has ready.</summary>
internal sealed class KeptReader : IAsyncDisposable, IDisposable
{
    // As long as Microsoft.Data.Sqlite would wait.
    private const int MostMilliseconds = 30_000;

    private readonly sqlite3 handle;
    private readonly RowBook book;
    private readonly RowLook look;
    private readonly Statement begin;
    private readonly Statement end;

    private KeptReader(PortalDbContext context)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        (Context, handle, book) = (context, connection.Handle!, new RowBook(connection, context.Model));
        (look, begin, end) = (new RowLook(book), new Statement(connection, "BEGIN"), new Statement(connection, "COMMIT"));
        _ = raw.sqlite3_busy_timeout(handle, MostMilliseconds);
    }

    public PortalDbContext Context { get; }

    public static async Task<KeptReader> OpenAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new KeptReader(context);
    }

    public T LookAtRows<T>(Func<RowLook, T> see)
    {
        begin.RunOnce();
        try
        {
            return see(look);
        }
        finally
        {
            // Also after a fault: beneath is a connection of the pool, which the next would take with its moment still going
            // on. After some faults SQLite has ended it by itself.
            if (raw.sqlite3_get_autocommit(handle) == 0)
                end.RunOnce();
        }
    }

    public void Dispose()
    {
        LetGo();
        Context.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        LetGo();
        return Context.DisposeAsync();
    }

    /// <summary>The pool gives the connection to others, who must not wait where they do not mean to.</summary>
    private void LetGo()
    {
        _ = raw.sqlite3_busy_timeout(handle, 0);
        book.Dispose();
        begin.Dispose();
        end.Dispose();
    }
}
