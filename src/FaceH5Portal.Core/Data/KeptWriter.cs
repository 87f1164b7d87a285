using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>The context that writes, kept between commits and only touched behind the door: opening one costs more than a small write.</summary>
internal sealed class KeptWriter(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    private PortalDbContext? kept;
    private WorkPoint? point;

    public async Task<(PortalDbContext Context, WorkPoint Point)> OpenAsync()
    {
        if (kept is not null && point is not null)
            return (kept, point);
        kept = await contexts.CreateDbContextAsync();
        // Each work has a savepoint of ours; EF would add one of its own to every save.
        kept.Database.AutoSavepointsEnabled = false;
        await kept.Database.OpenConnectionAsync();
        // A page that is changed again and again goes into the database file once for many commits, and stays in memory
        // meanwhile; so does what a savepoint has to copy, which would else be files outside the database's folder.
        await kept.Database.ExecuteSqlRawAsync("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;");
        return (kept, point = new WorkPoint(kept.Database.GetDbConnection()));
    }

    /// <summary>What a connection is worth after a fault nobody knows; the next commit opens another.</summary>
    public async Task ForgetAsync()
    {
        point?.Dispose();
        if (kept is { } spoilt)
            await spoilt.DisposeAsync();
        (kept, point) = (null, null);
    }

    public void Dispose()
    {
        point?.Dispose();
        kept?.Dispose();
    }
}
