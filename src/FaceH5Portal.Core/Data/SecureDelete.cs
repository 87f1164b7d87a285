using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Makes SQLite write zeros over what is deleted or replaced: a destroyed key or a picture past its retention would
/// else stay readable in the file's free space.
/// </summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA secure_delete=ON;";

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
