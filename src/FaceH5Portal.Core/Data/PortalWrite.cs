using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>One transaction in the making: what to store, and whom to tell once it is stored.</summary>
public sealed class PortalWrite
{
    private readonly HashSet<PortalChange> changes = [];
    private readonly CommitNotes left = new();
    private readonly List<Action> followUps = [];
    private readonly PortalDbContext db;
    private readonly WorkRows rows;
    private readonly CommitNotes earlier;

    internal PortalWrite(PortalDbContext db, WorkRows rows, CommitNotes earlier) => (this.db, this.rows, this.earlier) = (db, rows, earlier);

    internal IReadOnlyCollection<PortalChange> Changes => changes;

    internal IReadOnlyList<Action> FollowUps => followUps;

    /// <summary>For queries that were compiled once.</summary>
    internal PortalDbContext Context => db;

    /// <summary>For questions, and for the rows that the context tracks: those that are no <see cref="IRow"/>.</summary>
    public DbSet<T> Set<T>() where T : class => db.Set<T>();

    /// <summary>The row of a key of one column; null where there is none.</summary>
    public T? Find<T>(Guid id) where T : class, IRow => rows.Table<T>().Find(id);

    /// <summary>The row of the same key; null where there is none.</summary>
    internal T? Find<T>(T like) where T : class, IRow => rows.Table<T>().Find(like);

    /// <summary>The row of the same key, or else this one from now on.</summary>
    public T FindOrAdd<T>(T fresh) where T : class, IRow => rows.Table<T>().FindOrAdd(fresh);

    /// <summary>The stored rows whose column holds a value.</summary>
    internal List<T> Of<T>(string property, Guid value) where T : class, IRow => rows.Table<T>().Of(property, value);

    /// <summary>The stored rows whose column holds a value.</summary>
    internal List<T> Of<T>(string property, string value) where T : class, IRow => rows.Table<T>().Of(property, value);

    /// <summary>The stored row with the highest key, to be looked at only.</summary>
    internal T? Last<T>() where T : class, IRow => rows.Table<T>().Last();

    /// <summary>The rows that answer a question, for this work to change.</summary>
    internal async Task<List<T>> TakeAsync<T>(IQueryable<T> question, CancellationToken cancellationToken) where T : class, IRow =>
        (await question.AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(rows.Table<T>().Take);

    /// <summary>A row that was read untracked, for this work to change.</summary>
    internal T Take<T>(T read) where T : class, IRow => rows.Table<T>().Take(read);

    /// <summary>Stored when the work is done, as it is then.</summary>
    public void Add<T>(T row) where T : class, IRow => rows.Table<T>().Add(row);

    /// <summary>One that has no version may be named by its key alone, and need not be read.</summary>
    public void Remove<T>(T row) where T : class, IRow => rows.Table<T>().Remove(row);

    /// <summary>What this work has read or added so far, changed or not.</summary>
    public IReadOnlyCollection<RowChange<T>> Known<T>() where T : class, IRow => rows.Table<T>().Known;

    public IReadOnlyList<T> Added<T>() where T : class, IRow => rows.Table<T>().Added;

    /// <summary>What this work has noted last, or else what an earlier one of the same commit left.</summary>
    internal T? Noted<T>() where T : class => left.Of<T>() ?? earlier.Of<T>();

    internal void Note<T>(T note) where T : class => left.Leave(note);

    /// <summary>Done once it is stored. It must not fail: what is stored stays so.</summary>
    internal void AfterCommit(Action followUp) => followUps.Add(followUp);

    public void Announce(PortalChange change) => changes.Add(change);

    internal async Task StoreAsync()
    {
        rows.Store();
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false);
        earlier.Take(left);
    }
}
