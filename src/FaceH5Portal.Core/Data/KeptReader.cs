using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Data;

/// <summary>A context whose connection stays open, with the reads that it has ready.</summary>
internal sealed class KeptReader(PortalDbContext context) : IAsyncDisposable, IDisposable
{
    private readonly Dictionary<string, DbCommand> ready = [];

    public PortalDbContext Context => context;

    public DbCommand Ready(string sql)
    {
        if (ready.TryGetValue(sql, out var known))
            return known;
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        var key = command.CreateParameter();
        key.ParameterName = "@key";
        command.Parameters.Add(key);
        return ready[sql] = command;
    }

    public void Dispose()
    {
        foreach (var command in ready.Values)
            command.Dispose();
        context.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in ready.Values)
            await command.DisposeAsync();
        await context.DisposeAsync();
    }
}
