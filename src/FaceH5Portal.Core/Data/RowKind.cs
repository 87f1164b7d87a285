using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace FaceH5Portal.Core.Data;

/// <summary>The rows of one table, and the statements that were needed for them so far: one for each choice of columns.</summary>
internal sealed class RowKind
{
    private const int MostColumns = 64;

    private readonly IEntityType type;
    private readonly DbConnection connection;
    private readonly IProperty[] columns;
    private readonly IProperty? numbered;
    private readonly ulong bound;
    private readonly Dictionary<(EntityState, ulong), RowStatement> statements = [];

    public RowKind(IEntityType type, DbConnection connection)
    {
        (this.type, this.connection) = (type, connection);
        columns = [.. type.GetProperties()];
        numbered = columns.FirstOrDefault(column => column.IsPrimaryKey() && column.ClrType == typeof(long) && column.ValueGenerated == ValueGenerated.OnAdd);
        bound = Choose(column => column.IsKey() || column.IsForeignKey() || column.GetContainingIndexes().Any(index => index.IsUnique));
        Rank = RankOf(type);
    }

    /// <summary>Higher than that of all it refers to.</summary>
    public int Rank { get; }

    /// <summary>Whether it can be stored without a look at what else is.</summary>
    public bool Takes(IUpdateEntry entry) => columns.Length <= MostColumns && entry.SharedIdentityEntry is null && entry.EntityState switch
    {
        EntityState.Added => columns.All(column => column == numbered || !entry.HasTemporaryValue(column)),
        EntityState.Modified => (Choose(entry.IsModified) & bound) == 0,
        _ => false,
    };

    /// <summary>Its place among those that the database is going to number.</summary>
    public long PlaceOf(IUpdateEntry entry) => numbered is not null && entry.HasTemporaryValue(numbered) ? entry.GetCurrentValue<long>(numbered) : 0;

    public void Store(IUpdateEntry entry, DbTransaction transaction)
    {
        var chosen = Choose(entry.EntityState == EntityState.Added ? column => !entry.HasTemporaryValue(column) : entry.IsModified);
        if (!statements.TryGetValue((entry.EntityState, chosen), out var statement))
            statements[(entry.EntityState, chosen)] = statement = Prepare(entry.EntityState, [.. columns.Where((_, at) => (chosen & (1UL << at)) != 0)]);
        statement.Run(entry, transaction);
    }

    private RowStatement Prepare(EntityState state, IProperty[] chosen) => state == EntityState.Added
        ? RowStatement.ToAdd(connection, type, chosen, chosen.Length < columns.Length ? numbered : null)
        : RowStatement.ToChange(connection, type, chosen);

    private ulong Choose(Func<IProperty, bool> isChosen)
    {
        var chosen = 0UL;
        for (var at = 0; at < columns.Length; at++)
            if (isChosen(columns[at]))
                chosen |= 1UL << at;
        return chosen;
    }

    private static int RankOf(IEntityType type) => type.GetForeignKeys().Select(key => key.PrincipalEntityType)
        .Where(principal => principal != type).Select(principal => RankOf(principal) + 1).DefaultIfEmpty().Max();
}
