using FaceH5Portal.Core.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FaceH5Portal.Core.Data;

/// <summary>What writes: a context on an open connection, the points where works begin, and the rows that works read and store past the context.</summary>
internal sealed record OpenWriter(PortalDbContext Context, WorkPoint Point, RowBook Rows);

/// <summary>What writes is kept between commits and only touched behind the door: opening it costs more than a small write.</summary>
internal sealed class KeptWriter(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    private OpenWriter? kept;

    public async Task<OpenWriter> OpenAsync()
    {
        if (kept is not null)
            return kept;
        var context = await contexts.CreateDbContextAsync();
        try
        {
            return kept = await OpenAsync(context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a connection is worth after a fault nobody knows; the next commit opens another.</summary>
    public async Task ForgetAsync()
    {
        if (LetGo() is { } spoilt)
            await spoilt.DisposeAsync();
    }

    public void Dispose() => LetGo()?.Dispose();

    private static async Task<OpenWriter> OpenAsync(PortalDbContext context)
    {
        // Each work has a savepoint of ours; EF would add one of its own to every save.
        context.Database.AutoSavepointsEnabled = false;
        await context.Database.OpenConnectionAsync();
        // A page that is changed again and again goes into the database file once for many commits, and stays in memory
        // meanwhile; so does what a savepoint has to copy, which would else be files outside the database's folder. No more
        // pages than that: wherever one had to be split, SQLite goes through all of them at the commit.
        await context.Database.ExecuteSqlRawAsync("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=4000;");
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        context.ChangeTracker.Tracked += Refuse;
        return new OpenWriter(context, new WorkPoint(connection), new RowBook(connection, context.Model));
    }

    private PortalDbContext? LetGo()
    {
        if (kept is not var (context, point, rows))
            return null;
        kept = null;
        point.Dispose();
        rows.Dispose();
        context.ChangeTracker.Tracked -= Refuse;
        return context;
    }

    /// <summary>Two objects for one row would each be stored, and who follows a work would see one of them.</summary>
    private static void Refuse(object? sender, EntityTrackedEventArgs tracked)
    {
        if (tracked.Entry.Entity is IRow row)
            throw new InvalidOperationException($"{row.GetType().Name} is read and stored by the work itself; the context only answers questions about it.");
    }
}
