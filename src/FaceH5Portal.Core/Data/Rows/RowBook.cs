using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>The tables of one open connection.</summary>
internal sealed class RowBook(SqliteConnection connection, IModel model) : IDisposable
{
    private readonly Dictionary<Type, IDisposable> tables = [];

    public RowTable<T> Table<T>() where T : class =>
        (RowTable<T>)(tables.TryGetValue(typeof(T), out var known) ? known : tables[typeof(T)] = new RowTable<T>(connection, model));

    public void Dispose()
    {
        foreach (var table in tables.Values)
            table.Dispose();
    }
}
