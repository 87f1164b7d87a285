using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Inserts rows that nobody ever changes, through one prepared statement per kind. They are half of all that is
/// written, and tracking them costs several times what storing them does.
/// </summary>
internal sealed class RowAppender(PortalDbContext db) : IDisposable
{
    private readonly Dictionary<Type, Statement> statements = [];

    public async Task InsertAsync(IReadOnlyList<object> rows)
    {
        foreach (var row in rows)
        {
            if (!statements.TryGetValue(row.GetType(), out var statement))
                statements[row.GetType()] = statement = Statement.For(db, row.GetType());
            await statement.InsertAsync(row, db.Database.CurrentTransaction!.GetDbTransaction());
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
    }

    private sealed class Statement(DbCommand command, IReadOnlyList<IProperty> columns) : IDisposable
    {
        public static Statement For(PortalDbContext db, Type type)
        {
            var entity = db.Model.FindEntityType(type)!;
            // A number of its own is given to a row by SQLite.
            var columns = entity.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ClrType == typeof(long))).ToList();
            var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""
                INSERT INTO "{entity.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))})
                VALUES ({string.Join(", ", columns.Select(NameOf))})
                """;
            return new Statement(command, columns);
        }

        public Task<int> InsertAsync(object row, DbTransaction transaction)
        {
            command.Transaction = transaction;
            command.Parameters.Clear();
            foreach (var column in columns)
                command.Parameters.Add(column.GetRelationalTypeMapping()
                    .CreateParameter(command, NameOf(column), column.PropertyInfo!.GetValue(row), column.IsNullable));
            return command.ExecuteNonQueryAsync();
        }

        public void Dispose() => command.Dispose();

        private static string NameOf(IProperty column) => "@" + column.Name;
    }
}
