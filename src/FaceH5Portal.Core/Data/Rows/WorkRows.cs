using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>A row as it is now, and as it was read; the latter is null where this work has added it.</summary>
public sealed record RowChange<T>(T Row, T? AsRead) where T : class, IRow;

/// <summary>The rows that one work has read and added. Each is one object, however often it is asked for.</summary>
internal sealed class WorkRows(RowBook book)
{
    private readonly Dictionary<Type, IWorkTable> tables = [];

    public WorkTable<T> Table<T>() where T : class, IRow =>
        (WorkTable<T>)(tables.TryGetValue(typeof(T), out var known) ? known : tables[typeof(T)] = new WorkTable<T>(book.Table<T>()));

    /// <summary>Rows before those that refer to them; what is removed is removed when nothing refers to it any more.</summary>
    public void Store()
    {
        try
        {
            var ranked = tables.Values.OrderBy(table => table.Rank).ToList();
            ranked.ForEach(table => table.StoreAdded());
            ranked.ForEach(table => table.StoreChanged());
            ranked.Reverse();
            ranked.ForEach(table => table.StoreRemoved());
        }
        catch (SqliteException exception)
        {
            throw new DbUpdateException("The rows could not be stored.", exception);
        }
    }
}
