using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Simulation.Tests.Planted;

/// <summary>A mistake put into the portal from outside, to see whether the simulation would notice it.</summary>
internal sealed record PlantedBug(string Name, Action<IServiceCollection> Plant)
{
    public static readonly PlantedBug EarlyQuery = new("early query", services =>
    {
        var real = services.Last(service => service.ServiceType == typeof(IBaiduFaceClient));
        services.Replace(ServiceDescriptor.Singleton<IBaiduFaceClient>(provider =>
            new EagerClient((IBaiduFaceClient)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!))));
    });

    public static readonly PlantedBug NoLedgerKey = new("no unique ledger key", services => services
        .Replace(ServiceDescriptor.Singleton<LedgerBook, ForgetfulLedger>())
        .ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(new NoLedgerIndex())));

    public static readonly PlantedBug NoClosingQuery = new("no closing query", services =>
        services.AddSingleton<IWriteFollower, NeverClosing>());
}
