using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>Tells a database that cannot be used (full, read-only, locked, gone) from a fault of ours.</summary>
internal static class StorageFault
{
    // https://www.sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB
    private static readonly HashSet<int> Codes = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool Matches(Exception exception) => exception switch
    {
        SqliteException sqlite => Codes.Contains(sqlite.SqliteErrorCode),
        DbUpdateException { InnerException: { } inner } => Matches(inner),
        _ => false,
    };
}
