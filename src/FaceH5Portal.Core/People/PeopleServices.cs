using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.People;

internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        // What the host does not know better.
        services.TryAddSingleton(provider => new PeopleClock(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(SignInLimits.Usual);
        services.TryAddSingleton(new ReservedKeyNames(new HashSet<string>()));
        return services
            .AddSingleton<StepUp>()
            .AddSingleton<AccountSeal>()
            .AddSingleton<SessionMemory>()
            .AddSingleton<ActorNames>()
            .AddSingleton<IOpeningStep, NamesOpening>()
            .AddSingleton<PeopleWrites>()
            .AddSingleton<AccountBook>()
            .AddSingleton<AccountSessions>()
            .AddSingleton<AccountLinks>()
            .AddSingleton<DemoPeople>()
            .AddSingleton<PeopleQueries>()
            .AddSingleton<PeopleDesk>()
            .AddSingleton<KeyDesk>()
            .AddSingleton<KeyBook>();
    }
}
