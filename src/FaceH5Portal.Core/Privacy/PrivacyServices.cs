using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Privacy.Assessing;
using FaceH5Portal.Core.Privacy.Copying;
using FaceH5Portal.Core.Privacy.Counting;
using FaceH5Portal.Core.Privacy.Erasing;
using FaceH5Portal.Core.Privacy.Holding;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Privacy.Requesting;
using FaceH5Portal.Core.Privacy.Retaining;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.Privacy;

internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.TryAddSingleton(new PrivacySettings());
        return services
            .AddSingleton<RevealDesk>()
            .AddSingleton<CheckReveal>()
            .AddSingleton<PictureDesk>()
            .AddSingleton<PictureViewer>()
            .AddSingleton<PersonLooks>()
            .AddSingleton<HoldDesk>()
            .AddSingleton<WorkingDays>()
            .AddSingleton<AssessmentDesk>()
            .AddSingleton<IPlanGate, AssessmentGate>()
            .AddSingleton<HeadCount>()
            .AddSingleton<RequestDesk>()
            .AddSingleton<NoticeDesk>()
            .AddSingleton<CopyFacts>()
            .AddSingleton<PersonCopy>()
            .AddSingleton<PrivacyPass>()
            .AddSingleton<FactRedaction>()
            .AddSingleton<RetentionQueries>()
            .AddSingleton<ErasureNotes>()
            .AddSingleton<IErasureFollower, NotedErasure>()
            .AddSingleton<IOpeningStep, ErasureReplay>();
    }
}
