using FaceH5Portal.Core.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.Auditing;

internal static class AuditServices
{
    public static IServiceCollection AddAuditing(this IServiceCollection services)
    {
        // Beside the database, where the host does not know a better place.
        services.TryAddSingleton(provider => new AuditFolder(Path.Combine(provider.GetRequiredService<DatabaseFolder>().Path, "audit")));
        return services.AddSingleton<AuditChain>().AddSingleton<AuditWitness>()
            .AddSingleton<ICommitFollower>(provider => provider.GetRequiredService<AuditWitness>())
            .AddSingleton<AuditTrail>().AddSingleton<AuditVerifier>().AddSingleton<AuditQueries>();
    }
}
