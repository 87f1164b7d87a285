using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.Data;

/// <summary>Where the database file is.</summary>
public sealed record DatabaseFolder(string Path);

public static class DataServices
{
    /// <summary>A database file with its migrations; both are the host's to name.</summary>
    public static IServiceCollection AddPortalData(
        this IServiceCollection services, string connectionString, string contentRoot, string migrationsAssembly)
    {
        var connection = Rooted(connectionString, contentRoot);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Entropy>();
        services.TryAddSingleton(new DatabaseFolder(Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource)!));
        return services
            .AddPooledDbContextFactory<PortalDbContext>(options => options.UseSqlite(
                connection, sqlite => sqlite.MigrationsAssembly(migrationsAssembly))
                .AddInterceptors(new SecureDelete(), new KeptCommands()))
            .AddSingleton<CommitFeed>()
            .AddSingleton<PortalStore>()
            .AddSingleton<PortalDatabase>();
    }

    private static string Rooted(string connectionString, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ToString();
    }
}
