using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.Update;

namespace FaceH5Portal.Core.Data;

/// <summary>One statement that adds rows of a table, or changes certain columns of them, parsed once by the database.</summary>
internal sealed class RowStatement
{
    private readonly DbCommand command;
    private readonly List<Binding> bindings = [];
    private readonly IProperty? numbered;

    private RowStatement(DbConnection connection, IProperty? numbered)
    {
        command = connection.CreateCommand();
        this.numbered = numbered;
    }

    /// <param name="connection">Where it is prepared.</param>
    /// <param name="type">Whose table.</param>
    /// <param name="columns">What it stores.</param>
    /// <param name="numbered">What the database adds to it; null where nothing is left to it.</param>
    public static RowStatement ToAdd(DbConnection connection, IEntityType type, IEnumerable<IProperty> columns, IProperty? numbered)
    {
        var statement = new RowStatement(connection, numbered);
        var values = columns.Select(column => (Name: NameOf(column), Value: statement.Bind(column))).ToList();
        statement.command.CommandText = $"INSERT INTO {TableOf(type)} ({string.Join(", ", values.Select(one => one.Name))}) "
            + $"VALUES ({string.Join(", ", values.Select(one => one.Value))})"
            + (numbered is null ? "" : $" RETURNING {NameOf(numbered)}");
        return statement;
    }

    /// <summary>It finds the row only as it was read.</summary>
    public static RowStatement ToChange(DbConnection connection, IEntityType type, IEnumerable<IProperty> columns)
    {
        var statement = new RowStatement(connection, null);
        var changes = columns.Select(column => $"{NameOf(column)} = {statement.Bind(column)}").ToList();
        var known = type.GetProperties().Where(column => column.IsPrimaryKey() || column.IsConcurrencyToken)
            .Select(column => $"{NameOf(column)} = {statement.Bind(column, asRead: true)}").ToList();
        statement.command.CommandText = $"UPDATE {TableOf(type)} SET {string.Join(", ", changes)} WHERE {string.Join(" AND ", known)}";
        return statement;
    }

    public void Run(IUpdateEntry entry, DbTransaction transaction)
    {
        foreach (var binding in bindings)
            binding.Take(binding.AsRead ? entry.GetOriginalValue(binding.Column) : entry.GetCurrentValue(binding.Column));
        if (numbered is not null)
            entry.SetStoreGeneratedValue(numbered, Run(transaction, static command => command.ExecuteScalar()));
        else if (Run(transaction, static command => command.ExecuteNonQuery()) != 1)
            throw new DbUpdateConcurrencyException("The row is not as it was read.", [entry]);
    }

    private T Run<T>(DbTransaction transaction, Func<DbCommand, T> run)
    {
        command.Transaction = transaction;
        try
        {
            return run(command);
        }
        finally
        {
            // A video would else stay in memory until the next.
            bindings.ForEach(binding => binding.Parameter.Value = null);
        }
    }

    private string Bind(IProperty column, bool asRead = false)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{bindings.Count}";
        command.Parameters.Add(parameter);
        bindings.Add(new Binding(column, column.GetRelationalTypeMapping().Converter, parameter, asRead));
        return parameter.ParameterName;
    }

    private static string TableOf(IEntityType type) => $"\"{type.GetTableName()}\"";

    private static string NameOf(IProperty column) => $"\"{column.GetColumnName()}\"";

    private sealed record Binding(IProperty Column, ValueConverter? Converter, DbParameter Parameter, bool AsRead)
    {
        public void Take(object? value) => Parameter.Value = (Converter is null ? value : Converter.ConvertToProvider(value)) ?? DBNull.Value;
    }
}
