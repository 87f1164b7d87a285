using System.Collections.Concurrent;
using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>Contexts whose connection stays open between small reads: opening and closing one costs more than such a read does.</summary>
internal sealed class KeptReaders(IDbContextFactory<PortalDbContext> contexts) : IDisposable
{
    // As many as may well read at once; each keeps a page cache of its own.
    private const int MostKept = 16;

    private readonly ConcurrentStack<KeptReader> idle = new();

    public Task<T> LookAsync<T>(Func<PortalDbContext, Task<T>> look, CancellationToken cancellationToken) =>
        UseAsync(reader => look(reader.Context), cancellationToken);

    public Task<T> LookAtRowsAsync<T>(Func<RowLook, T> look, CancellationToken cancellationToken) =>
        UseAsync(reader => Task.FromResult(reader.LookAtRows(look)), cancellationToken);

    public void Dispose()
    {
        while (idle.TryPop(out var reader))
            reader.Dispose();
    }

    private async Task<T> UseAsync<T>(Func<KeptReader, Task<T>> look, CancellationToken cancellationToken)
    {
        var reader = idle.TryPop(out var kept) ? kept : await OpenAsync(cancellationToken);
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
                idle.Push(reader);
            else
                await reader.DisposeAsync();
        }
    }

    private async Task<KeptReader> OpenAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            return await KeptReader.OpenAsync(context, cancellationToken);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }
}
