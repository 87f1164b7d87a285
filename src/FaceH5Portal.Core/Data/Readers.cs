using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Contexts for reading, which come back here with their connections open: opening one costs more than what is mostly
/// read through it.
/// </summary>
internal sealed class Readers(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    private const int MostKept = 8;

    private readonly ConcurrentStack<PortalDbContext> free = new();
    private volatile bool isClosed;

    public async Task<PortalDbContext> TakeAsync(CancellationToken cancellationToken)
    {
        if (free.TryPop(out var known))
            return known.LentBy(this);
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
        return db.LentBy(this);
    }

    /// <summary>False when it is not wanted any more.</summary>
    public bool TryTakeBack(PortalDbContext db)
    {
        if (isClosed || free.Count >= MostKept)
            return false;
        db.ChangeTracker.Clear();
        free.Push(db);
        return true;
    }

    public void Dispose()
    {
        isClosed = true;
        while (free.TryPop(out var db))
            db.End();
    }
}
