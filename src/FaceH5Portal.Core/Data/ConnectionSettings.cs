using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Makes SQLite write zeros over what is deleted or replaced: a destroyed key or a picture past its retention would
/// else stay readable in the file's free space. And has it keep in memory what it needs for a moment only, such as
/// what a savepoint goes back to: else each transaction makes a file for that, and deletes it.
/// </summary>
internal sealed class ConnectionSettings : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
