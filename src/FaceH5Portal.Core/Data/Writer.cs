using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>The context that writes, kept between commits: opening one costs more than a small write. Only to be touched behind the door.</summary>
internal sealed class Writer(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    // The ends of all tables and indexes stay at hand (32 MiB), and what changes again and again goes from the log into
    // the file once for many commits (16 MiB).
    private const string Settings = "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;";

    private PortalDbContext? known;

    public async Task<PortalDbContext> OpenAsync()
    {
        if (known is not null)
            return known;
        known = await contexts.CreateDbContextAsync();
        // Each work has a savepoint of ours; EF would add one of its own to every save.
        known.Database.AutoSavepointsEnabled = false;
        await known.Database.OpenConnectionAsync();
        await known.Database.ExecuteSqlRawAsync(Settings);
        return known;
    }

    /// <summary>What a connection is worth after a fault nobody knows; the next commit opens another.</summary>
    public async Task ForgetAsync()
    {
        if (known is { } spoilt)
            await spoilt.DisposeAsync();
        known = null;
    }

    public void Dispose() => known?.Dispose();
}
