namespace FaceH5Portal.Core.Data;

/// <summary>
/// Rows by their key, read by a query that was compiled once: the context makes a query of its own for each. What a work has
/// found or added is known to it, since what it added is not in the database yet.
/// </summary>
/// <param name="read">Answers the row as the context tracks it; null where there is none.</param>
internal sealed class KeyedRows<TKey, T>(Func<PortalDbContext, TKey, CancellationToken, Task<T?>> read)
    where TKey : notnull
    where T : class
{
    public async Task<T?> FindAsync(PortalWrite write, TKey key, CancellationToken cancellationToken)
    {
        var known = KnownTo(write);
        if (known.TryGetValue(key, out var row))
            return row;
        return await read(write.Context, key, cancellationToken) is { } found ? known[key] = found : null;
    }

    public async Task<T> FindOrAddAsync(PortalWrite write, TKey key, Func<T> make, CancellationToken cancellationToken) =>
        await FindAsync(write, key, cancellationToken) ?? (KnownTo(write)[key] = write.Set<T>().Add(make()).Entity);

    private static Dictionary<TKey, T> KnownTo(PortalWrite write) => write.Once(() => new Dictionary<TKey, T>());
}
