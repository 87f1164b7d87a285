using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Stores what a work has added and changed by statements that are prepared once: to write and parse each anew costs
/// several times what the database does. What has to be put into an order first goes the usual way: deletions, and
/// changes of what must be unique or leads to another row.
/// </summary>
internal sealed class PreparedDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational)
    : RelationalDatabase(dependencies, relational)
{
    private readonly Dictionary<IEntityType, RowKind> kinds = [];

    /// <summary>What the kinds are prepared for.</summary>
    private DbConnection? connection;

    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        if (RelationalDependencies.Connection.CurrentTransaction?.GetDbTransaction() is not { } transaction || !entries.All(entry => KindOf(entry).Takes(entry)))
            return base.SaveChangesAsync(entries, cancellationToken);
        try
        {
            foreach (var entry in InOrder(entries))
                KindOf(entry).Store(entry, transaction);
        }
        catch (DbException exception)
        {
            throw new DbUpdateException("The changes could not be stored.", exception, [.. entries]);
        }
        return Task.FromResult(entries.Count);
    }

    /// <summary>Rows before those that refer to them, and what the database numbers in the order it was added.</summary>
    private IEnumerable<IUpdateEntry> InOrder(IList<IUpdateEntry> entries) => entries
        .OrderBy(entry => entry.EntityState == EntityState.Modified).ThenBy(entry => KindOf(entry).Rank).ThenBy(entry => KindOf(entry).PlaceOf(entry));

    private RowKind KindOf(IUpdateEntry entry) => KindOf(entry.EntityType);

    private RowKind KindOf(IEntityType type)
    {
        if (connection != RelationalDependencies.Connection.DbConnection)
        {
            kinds.Clear();
            connection = RelationalDependencies.Connection.DbConnection;
            connection.WhenClosed(kinds.Clear);
        }
        if (!kinds.TryGetValue(type, out var kind))
            kinds[type] = kind = new RowKind(type, connection);
        return kind;
    }
}
