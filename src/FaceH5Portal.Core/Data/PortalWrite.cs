using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>One transaction in the making: what to store, and whom to tell once it is stored.</summary>
public sealed class PortalWrite(PortalDbContext db)
{
    private readonly HashSet<PortalChange> changes = [];

    internal IReadOnlyCollection<PortalChange> Changes => changes;

    /// <summary>For queries that were compiled once.</summary>
    internal PortalDbContext Context => db;

    public DbSet<T> Set<T>() where T : class => db.Set<T>();

    public void Announce(PortalChange change) => changes.Add(change);
}
