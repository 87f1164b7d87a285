using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>One transaction in the making: what to store, and whom to tell once it is stored.</summary>
public sealed class PortalWrite(PortalDbContext db)
{
    private readonly HashSet<PortalChange> changes = [];
    private readonly List<object> appended = [];

    internal IReadOnlyCollection<PortalChange> Changes => changes;

    internal IReadOnlyList<object> Appended => appended;

    public DbSet<T> Set<T>() where T : class => db.Set<T>();

    /// <summary>Stores a row that nobody will change, at the end of the work and in the order given.</summary>
    public void Append<T>(T row) where T : class => appended.Add(row);

    public void Announce(PortalChange change) => changes.Add(change);
}
