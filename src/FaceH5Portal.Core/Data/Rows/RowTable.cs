using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>The rows of one table as one connection reads and stores them: by statements that are parsed when they are first needed.</summary>
internal sealed class RowTable<T>(SqliteConnection connection, IModel model) : IDisposable where T : class
{
    private readonly Dictionary<string, Statement> prepared = [];
    private readonly Dictionary<string, Statement> finding = [];
    private readonly Dictionary<ulong, (Statement Statement, int[] Places)> changing = [];

    public RowShape<T> Shape { get; } = RowShape<T>.In(model);

    public void Dispose()
    {
        foreach (var statement in prepared.Values.Concat(finding.Values).Concat(changing.Values.Select(change => change.Statement)))
            statement.Dispose();
    }

    /// <summary>The one whose key is this alone; null where there is none.</summary>
    public T? Find(Guid id) => Of(Shape.Columns[Shape.Keys.Single()].Property, id) is [var found] ? found : null;

    /// <summary>The one that is stored under the key of another; null where none is.</summary>
    public T? Find(T like)
    {
        var statement = Prepare(prepared, nameof(Find), () => $"{Select} WHERE {Are(Shape.Keys)}");
        Bind(statement, 1, Shape.Keys, like);
        return ReadAll(statement) is [var found] ? found : null;
    }

    /// <summary>Those whose column holds a value.</summary>
    public List<T> Of(string property, Guid value)
    {
        var statement = PrepareOf(property);
        statement.Bind(1, value);
        return ReadAll(statement);
    }

    /// <summary>Those whose column holds a value.</summary>
    public List<T> Of(string property, string value)
    {
        var statement = PrepareOf(property);
        statement.Bind(1, value);
        return ReadAll(statement);
    }

    /// <summary>The one with the highest key.</summary>
    public T? Last()
    {
        var order = string.Join(", ", Shape.Keys.Select(at => $"{Shape.Columns[at].Name} DESC"));
        return ReadAll(Prepare(prepared, nameof(Last), () => $"{Select} ORDER BY {order} LIMIT 1")) is [var last] ? last : null;
    }

    public void Add(T row)
    {
        var values = Prepare(prepared, nameof(Add), () => $"INSERT INTO {Shape.Table} ({Names(Shape.Stored)}) VALUES ({string.Join(", ", Shape.Stored.Select(_ => "?"))})");
        Run(values, Shape.Stored, row);
    }

    /// <summary>Stores what is not as it was read any more; refuses where somebody else has changed the row since.</summary>
    public void Change(T row, T asRead)
    {
        var changes = Shape.Changes(row, asRead);
        if (changes == 0)
            return;
        if (!changing.TryGetValue(changes, out var change))
            changing[changes] = change = PrepareChange(changes);
        OnlyOne(Run(change.Statement, change.Places, row, asRead));
    }

    public void Remove(T row)
    {
        var removing = Prepare(prepared, nameof(Remove), () => $"DELETE FROM {Shape.Table} WHERE {Are(Shape.Known)}");
        OnlyOne(Run(removing, Shape.Known, row));
    }

    private string Select => $"SELECT {string.Join(", ", Shape.Columns.Select(column => column.Name))} FROM {Shape.Table}";

    private Statement PrepareOf(string property) => Prepare(
        finding, property, () => $"{Select} WHERE {Shape.Columns.Single(column => column.Property == property).Name} = ?");

    private (Statement, int[]) PrepareChange(ulong changes)
    {
        var places = Enumerable.Range(0, Shape.Columns.Count).Where(at => (changes & (1UL << at)) != 0).ToArray();
        var set = string.Join(", ", places.Select(at => $"{Shape.Columns[at].Name} = ?"));
        return (new Statement(connection, $"UPDATE {Shape.Table} SET {set} WHERE {Are(Shape.Known)}"), places);
    }

    private Statement Prepare(Dictionary<string, Statement> ready, string name, Func<string> sql)
    {
        if (!ready.TryGetValue(name, out var statement))
            ready[name] = statement = new Statement(connection, sql());
        return statement;
    }

    private void Bind(Statement statement, int first, int[] places, T row)
    {
        for (var at = 0; at < places.Length; at++)
            Shape.Bind[places[at]](statement, first + at, row);
    }

    private List<T> ReadAll(Statement statement)
    {
        try
        {
            var rows = new List<T>();
            while (statement.Step())
                rows.Add(Shape.Read(statement));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <param name="asRead">The row that it must still be; null where the statement asks for none.</param>
    private int Run(Statement statement, int[] places, T row, T? asRead = null)
    {
        try
        {
            Bind(statement, 1, places, row);
            if (asRead is not null)
                Bind(statement, places.Length + 1, Shape.Known, asRead);
            return statement.Run();
        }
        finally
        {
            statement.Reset();
        }
    }

    private static void OnlyOne(int rows)
    {
        if (rows != 1)
            throw new DbUpdateConcurrencyException("The row is not as it was read.");
    }

    private string Names(int[] places) => string.Join(", ", places.Select(at => Shape.Columns[at].Name));

    private string Are(int[] places) => string.Join(" AND ", places.Select(at => $"{Shape.Columns[at].Name} = ?"));
}
