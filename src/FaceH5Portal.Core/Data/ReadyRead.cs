using System.Data.Common;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// A read of every look at a page, in words of its own: each kept connection has it ready, because to prepare it and
/// to make entities of all columns costs many times what the read does.
/// </summary>
/// <param name="sql">Takes one value, @key, and answers one row at most.</param>
public sealed class ReadyRead<T>(string sql, Func<RowReader, T> read)
    where T : class
{
    internal string Sql => sql;

    internal T? Run(DbCommand ready, object key)
    {
        ready.Parameters[0].Value = key;
        using var rows = ready.ExecuteReader();
        return rows.Read() ? read(new RowReader(rows)) : null;
    }
}

/// <summary>One row, column after column, each as the context stores it.</summary>
public sealed class RowReader(DbDataReader row)
{
    private int next;

    public Guid Id() => row.GetGuid(next++);

    public int Number() => row.GetInt32(next++);

    public bool Flag() => row.GetBoolean(next++);

    public string? Text() => IsNull() ? null : row.GetString(next++);

    public byte[]? Bytes() => IsNull() ? null : row.GetFieldValue<byte[]>(next++);

    public DateTime? Time() => IsNull() ? null : DateTime.SpecifyKind(row.GetDateTime(next++), DateTimeKind.Utc);

    public TEnum? Name<TEnum>() where TEnum : struct, Enum => Text() is { } name ? Enum.Parse<TEnum>(name) : null;

    /// <summary>Steps over a column that is empty.</summary>
    private bool IsNull()
    {
        if (!row.IsDBNull(next))
            return false;
        next++;
        return true;
    }
}
