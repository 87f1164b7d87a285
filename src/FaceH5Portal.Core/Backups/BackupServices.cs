using FaceH5Portal.Core.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.Backups;

public static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new BackupShelf(Path.Combine(provider.GetRequiredService<DatabaseFolder>().Path, "backups")));
        return services
            .AddSingleton<BackupSeal>()
            .AddSingleton<BackupMaker>()
            .AddSingleton<BackupInspector>()
            .AddSingleton<BackupRestorer>()
            .AddSingleton<IBeforeUpgrade, BackupBeforeUpgrade>();
    }
}
