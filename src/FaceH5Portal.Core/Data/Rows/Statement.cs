using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>A statement that its connection parses once. What it takes and answers is written as the context writes it.</summary>
internal sealed class Statement : IDisposable
{
    private const int OnTheStack = 512;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt prepared;

    public Statement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(this.connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out prepared));
    }

    public void Dispose() => prepared.Dispose();

    /// <summary>True while there is another row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(prepared);
        if (code is not raw.SQLITE_ROW and not raw.SQLITE_DONE)
            Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs it to its end; answers how many rows it has changed.</summary>
    public int Run()
    {
        Step();
        return raw.sqlite3_changes(connection);
    }

    /// <summary>One that takes nothing, to its end.</summary>
    public void RunOnce()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Ready for the next run; a video would else stay in memory until then. What went wrong has been told by <see cref="Step"/>.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(prepared);
        _ = raw.sqlite3_clear_bindings(prepared);
    }

    public void BindNull(int at) => Check(raw.sqlite3_bind_null(prepared, at));

    public void Bind(int at, long value) => Check(raw.sqlite3_bind_int64(prepared, at, value));

    public void Bind(int at, int value) => Check(raw.sqlite3_bind_int64(prepared, at, value));

    public void Bind(int at, bool value) => Check(raw.sqlite3_bind_int64(prepared, at, value ? 1 : 0));

    public void Bind(int at, double value) => Check(raw.sqlite3_bind_double(prepared, at, value));

    public void Bind(int at, Guid value)
    {
        Span<byte> text = stackalloc byte[StoredText.GuidLength];
        BindText(at, StoredText.Write(text, value));
    }

    public void Bind(int at, DateTime value)
    {
        Span<byte> text = stackalloc byte[StoredText.LongestTime];
        BindText(at, StoredText.Write(text, value));
    }

    public void Bind(int at, DateOnly value)
    {
        Span<byte> text = stackalloc byte[StoredText.DateLength];
        BindText(at, StoredText.Write(text, value));
    }

    public void Bind(int at, string value)
    {
        // An empty span would be taken for nothing at all.
        if (value.Length == 0)
        {
            Check(raw.sqlite3_bind_text(prepared, at, value));
            return;
        }
        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        var text = longest <= OnTheStack ? stackalloc byte[OnTheStack] : new byte[longest];
        BindText(at, text[..Encoding.UTF8.GetBytes(value, text)]);
    }

    public void Bind(int at, byte[] value) =>
        Check(value.Length == 0 ? raw.sqlite3_bind_zeroblob(prepared, at, 0) : raw.sqlite3_bind_blob(prepared, at, value));

    public bool IsNull(int at) => raw.sqlite3_column_type(prepared, at) == raw.SQLITE_NULL;

    public long GetInt64(int at) => raw.sqlite3_column_int64(prepared, at);

    public int GetInt32(int at) => raw.sqlite3_column_int(prepared, at);

    public bool GetBoolean(int at) => raw.sqlite3_column_int(prepared, at) != 0;

    public double GetDouble(int at) => raw.sqlite3_column_double(prepared, at);

    public Guid GetGuid(int at) => StoredText.ReadGuid(Bytes(at));

    public DateTime GetDateTime(int at) => StoredText.ReadTime(Bytes(at));

    public DateOnly GetDateOnly(int at) => StoredText.ReadDate(Bytes(at));

    public string GetString(int at) => Encoding.UTF8.GetString(Bytes(at));

    public byte[] GetBytes(int at) => Bytes(at).ToArray();

    private ReadOnlySpan<byte> Bytes(int at) => raw.sqlite3_column_blob(prepared, at);

    private void BindText(int at, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(prepared, at, text));

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, connection);
    }
}
