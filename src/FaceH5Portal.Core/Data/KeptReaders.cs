using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>Contexts whose connection stays open between small reads: opening and closing one costs more than such a read does.</summary>
internal sealed class KeptReaders(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    // As many as may well read at once; each keeps a page cache of its own.
    private const int MostKept = 16;

    private readonly ConcurrentBag<PortalDbContext> idle = [];

    public async Task<T> LookAsync<T>(Func<PortalDbContext, Task<T>> look, CancellationToken cancellationToken)
    {
        var reader = idle.TryTake(out var kept) ? kept : await OpenAsync(cancellationToken);
        var isSound = false;
        try
        {
            var seen = await look(reader);
            isSound = true;
            return seen;
        }
        finally
        {
            // After a fault nobody knows what a connection is worth; the next read opens another.
            if (isSound && idle.Count < MostKept)
                idle.Add(reader);
            else
                await reader.DisposeAsync();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    private async Task<PortalDbContext> OpenAsync(CancellationToken cancellationToken)
    {
        var reader = await contexts.CreateDbContextAsync(cancellationToken);
        await reader.Database.OpenConnectionAsync(cancellationToken);
        return reader;
    }
}
