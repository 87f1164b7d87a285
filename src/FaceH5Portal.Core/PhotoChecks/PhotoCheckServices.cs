using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks.Asking;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Sessions.Journey;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.PhotoChecks;

internal static class PhotoCheckServices
{
    public static IServiceCollection AddPhotoChecks(this IServiceCollection services)
    {
        services.TryAddSingleton(new PhotoCheckSettings());
        return services
            .AddSingleton<VendorChoice>()
            .AddSingleton<VendorOffers>()
            .AddSingleton<PhotoCheckRules>()
            .AddSingleton<PhotoInstead>()
            .AddSingleton<CheckedPeople>()
            .AddSingleton<CheckPlanner>()
            .AddSingleton<SentPhotos>()
            .AddSingleton<CheckMaker>()
            .AddSingleton<PhotoCheckRecorder>()
            .AddSingleton<CheckRunner>()
            .AddSingleton<PhotoCheckService>()
            .AddSingleton<PhotoCheckQueries>()
            .AddSingleton<PhotoChargeDesk>()
            .AddSingleton<IOpeningStep, DeadChecks>()
            .AddSingleton<IWithdrawalFollower, WithdrawnPhotos>()
            .AddSingleton<IErasureFollower, ErasedChecks>();
    }
}
