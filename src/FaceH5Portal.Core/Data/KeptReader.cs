using FaceH5Portal.Core.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>A context whose connection stays open, with the statements that it has ready.</summary>
internal sealed class KeptReader : IAsyncDisposable, IDisposable
{
    // As long as Microsoft.Data.Sqlite would wait.
    private const string Patience = "PRAGMA busy_timeout=30000";

    private readonly RowBook book;
    private readonly RowLook look;
    private readonly Statement begin;
    private readonly Statement end;

    private KeptReader(PortalDbContext context)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        (Context, book) = (context, new RowBook(connection, context.Model));
        (look, begin, end) = (new RowLook(book), new Statement(connection, "BEGIN"), new Statement(connection, "COMMIT"));
    }

    public PortalDbContext Context { get; }

    public static async Task<KeptReader> OpenAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Patience, cancellationToken);
        return new KeptReader(context);
    }

    public T LookAtRows<T>(Func<RowLook, T> see)
    {
        Run(begin);
        try
        {
            return see(look);
        }
        finally
        {
            // Also after a fault: beneath is a connection of the pool, which the next would take with its moment still going on.
            Run(end);
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

    private void LetGo()
    {
        book.Dispose();
        begin.Dispose();
        end.Dispose();
    }

    private static void Run(Statement statement)
    {
        statement.Run();
        statement.Reset();
    }
}
