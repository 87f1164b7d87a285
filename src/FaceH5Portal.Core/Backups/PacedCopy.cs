using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FaceH5Portal.Core.Backups;

/// <summary>
/// SQLite's own backup, some pages at a time. The copy is of the moment it began: an open reading keeps that moment, so that
/// what others write meanwhile neither gets in nor makes it begin again.
/// </summary>
internal static class PacedCopy
{
    private const string Main = "main";
    private const int PagesAtOnce = 256;

    /// <param name="from">What is copied.</param>
    /// <param name="to">An empty database.</param>
    /// <param name="pieceDone">Told how many pages are done, of how many.</param>
    public static async Task RunAsync(SqliteConnection from, SqliteConnection to, Func<int, int, Task> pieceDone)
    {
        await using var moment = from.BeginTransaction(deferred: true);
        CopyFile.One(from, "SELECT COUNT(*) FROM sqlite_master");
        using var backup = raw.sqlite3_backup_init(to.Handle, Main, from.Handle, Main);
        if (backup.IsInvalid)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(to.Handle), to.Handle);
        for (var goesOn = true; goesOn;)
        {
            goesOn = Step(backup, to);
            var total = raw.sqlite3_backup_pagecount(backup);
            await pieceDone(total - raw.sqlite3_backup_remaining(backup), total);
        }
    }

    /// <summary>False when it was the last.</summary>
    private static bool Step(sqlite3_backup backup, SqliteConnection to)
    {
        var code = raw.sqlite3_backup_step(backup, PagesAtOnce);
        if (code is not raw.SQLITE_OK and not raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(code, to.Handle);
        return code == raw.SQLITE_OK;
    }
}
