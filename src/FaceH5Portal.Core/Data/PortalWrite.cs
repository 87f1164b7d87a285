using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>One transaction in the making: what to store, and whom to tell once it is stored.</summary>
public sealed class PortalWrite(PortalDbContext db)
{
    private readonly HashSet<PortalChange> changes = [];
    private readonly Dictionary<Type, object> known = [];
    private readonly List<Action> followUps = [];

    internal IReadOnlyCollection<PortalChange> Changes => changes;

    /// <summary>For queries that were compiled once.</summary>
    internal PortalDbContext Context => db;

    public DbSet<T> Set<T>() where T : class => db.Set<T>();

    /// <summary>A row that this work does not change or ask for any more, and that no foreign key leads to but of what is appended later. It is stored behind all else, past the tracker.</summary>
    public void Append<T>(T row) where T : class => db.Append(row);

    internal IReadOnlyList<Action> FollowUps => followUps;

    /// <summary>What is found out once for each work, such as where something ends that it adds to.</summary>
    internal T Once<T>(Func<T> find) where T : class =>
        (T)(known.TryGetValue(typeof(T), out var found) ? found : known[typeof(T)] = find());

    /// <summary>Done once it is stored. It must not fail: what is stored stays so.</summary>
    internal void AfterCommit(Action followUp) => followUps.Add(followUp);

    public void Announce(PortalChange change) => changes.Add(change);
}
