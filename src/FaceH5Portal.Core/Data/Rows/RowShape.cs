using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>How the rows of one type are read, bound, copied and compared: compiled once from the context's model.</summary>
internal sealed class RowShape<T> where T : class
{
    private const int MostColumns = 64;

    private static readonly ParameterExpression Row = Expression.Parameter(typeof(T), "row");
    private static readonly ParameterExpression Other = Expression.Parameter(typeof(T), "other");
    private static readonly ParameterExpression Prepared = Expression.Parameter(typeof(Statement), "prepared");
    private static readonly ParameterExpression At = Expression.Parameter(typeof(int), "at");

    private RowShape(IEntityType type)
    {
        Columns = [.. type.GetProperties().Select(property => new RowColumn(property))];
        if (Columns.Count > MostColumns)
            throw new InvalidOperationException($"{typeof(T).Name} has more columns than can be told apart.");
        (Table, Rank) = ($"\"{type.GetTableName()}\"", RankOf(type));
        (Keys, Known, Stored) = (Places(column => column.IsKey), Places(column => column.IsKey || column.IsVersion), Places(column => !column.IsNumbered));
        Bind = [.. Columns.Select(column => Expression.Lambda<Action<Statement, int, T>>(column.Bind(Prepared, At, Row), Prepared, At, Row).Compile())];
        Read = Expression.Lambda<Func<Statement, T>>(New(at => Columns[at].Read(Prepared, Expression.Constant(at))), Prepared).Compile();
        Copy = Expression.Lambda<Func<T, T>>(New(at => Columns[at].Of(Row)), Row).Compile();
        Changes = Expression.Lambda<Func<T, T, ulong>>(AllChanges(), Row, Other).Compile();
        Key = Expression.Lambda<Func<T, object>>(KeyOf(), Row).Compile();
    }

    public string Table { get; }

    /// <summary>Higher than that of all it refers to.</summary>
    public int Rank { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>Where the columns of the key are.</summary>
    public int[] Keys { get; }

    /// <summary>Where those are that tell the row as it was read.</summary>
    public int[] Known { get; }

    /// <summary>Where those are that are not left to the database.</summary>
    public int[] Stored { get; }

    public bool IsNumbered => Stored.Length < Columns.Count;

    /// <summary>Each column's, to a place of a statement.</summary>
    public IReadOnlyList<Action<Statement, int, T>> Bind { get; }

    /// <summary>Takes all columns in their order.</summary>
    public Func<Statement, T> Read { get; }

    public Func<T, T> Copy { get; }

    /// <summary>A bit for each column in which they differ.</summary>
    public Func<T, T, ulong> Changes { get; }

    /// <summary>Equal for rows of the same key.</summary>
    public Func<T, object> Key { get; }

    public static RowShape<T> In(IModel model) => model.FindEntityType(typeof(T))!
        .GetOrAddRuntimeAnnotationValue($"Portal:{nameof(RowShape<>)}", static type => new RowShape<T>(type!), model.FindEntityType(typeof(T)));

    private int[] Places(Func<RowColumn, bool> isMeant) => [.. Enumerable.Range(0, Columns.Count).Where(at => isMeant(Columns[at]))];

    private MemberInitExpression New(Func<int, Expression> value)
    {
        var make = typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])
            ?? throw new InvalidOperationException($"{typeof(T).Name} cannot be made without arguments.");
        return Expression.MemberInit(Expression.New(make), Columns.Select((column, at) => column.Assign(value(at))));
    }

    private Expression AllChanges() => Columns.Select((column, at) => (Expression)Expression.Condition(
        column.Differs(Row, Other), Expression.Constant(1UL << at), Expression.Constant(0UL))).Aggregate(Expression.Or);

    private UnaryExpression KeyOf()
    {
        var parts = Keys.Select(at => Columns[at].Of(Row)).ToArray();
        return Expression.Convert(parts.Length == 1
            ? parts[0] : Expression.Call(typeof(ValueTuple), nameof(ValueTuple.Create), [.. parts.Select(part => part.Type)], parts), typeof(object));
    }

    private static int RankOf(IEntityType type) => type.GetForeignKeys().Select(key => key.PrincipalEntityType)
        .Where(principal => principal != type).Select(principal => RankOf(principal) + 1).DefaultIfEmpty().Max();
}
