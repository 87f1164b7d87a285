namespace FaceH5Portal.Core.Data.Rows;

/// <summary>A work's rows of one table.</summary>
internal interface IWorkTable
{
    int Rank { get; }

    void StoreAdded();

    void StoreChanged();

    void StoreRemoved();
}

internal sealed class WorkTable<T>(RowTable<T> table) : IWorkTable where T : class, IRow
{
    private readonly Dictionary<object, RowChange<T>> known = [];
    private readonly List<T> added = [];
    private readonly Dictionary<object, T> removed = [];

    public int Rank => table.Shape.Rank;

    public IReadOnlyCollection<RowChange<T>> Known => known.Values;

    public IReadOnlyList<T> Added => added;

    public T? Find(Guid id) => known.TryGetValue(id, out var found) ? found.Row : Taken(table.Find(id));

    public T? Find(T like) => known.TryGetValue(table.Shape.Key(like), out var found) ? found.Row : Taken(table.Find(like));

    public T FindOrAdd(T fresh)
    {
        if (Find(fresh) is { } found)
            return found;
        Add(fresh);
        return fresh;
    }

    public List<T> Of(string property, Guid value) => StillThere(table.Of(property, value)).ConvertAll(Take);

    public List<T> Of(string property, string value) => StillThere(table.Of(property, value)).ConvertAll(Take);

    /// <summary>The stored one with the highest key.</summary>
    public T? Last() => table.Last();

    /// <summary>What was read from the database is from now on this work's to change, unless it knows the row already.</summary>
    public T Take(T read)
    {
        var key = table.Shape.Key(read);
        if (!known.TryGetValue(key, out var found))
            known[key] = found = new RowChange<T>(read, table.Shape.Copy(read));
        return found.Row;
    }

    public void Add(T row)
    {
        added.Add(row);
        // What the database is going to number has no key yet.
        if (!table.Shape.IsNumbered)
            known.Add(table.Shape.Key(row), new RowChange<T>(row, null));
    }

    public void Remove(T row)
    {
        var key = table.Shape.Key(row);
        known.Remove(key, out var found);
        if (!added.Remove(row))
            removed[key] = found?.AsRead ?? row;
    }

    public void StoreAdded() => added.ForEach(table.Add);

    public void StoreChanged()
    {
        foreach (var (row, asRead) in known.Values)
            if (asRead is not null)
                table.Change(row, asRead);
    }

    public void StoreRemoved()
    {
        foreach (var row in removed.Values)
            table.Remove(row);
    }

    private T? Taken(T? read) => read is null || removed.ContainsKey(table.Shape.Key(read)) ? null : Take(read);

    /// <summary>What this work has removed is in the table until it is done.</summary>
    private List<T> StillThere(List<T> read) => removed.Count == 0 ? read : read.FindAll(row => !removed.ContainsKey(table.Shape.Key(row)));
}
