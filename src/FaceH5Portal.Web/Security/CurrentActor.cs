using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace FaceH5Portal.Web.Security;

/// <summary>Who looks at this page.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, IActorSource source)
{
    public async Task<Actor> GetAsync() =>
        await source.ActorOfAsync((await authentication.GetAuthenticationStateAsync()).User, CancellationToken.None);

    /// <summary>Null once it is over.</summary>
    public async Task<LiveSession?> SessionAsync() =>
        await source.SessionOfAsync((await authentication.GetAuthenticationStateAsync()).User, CancellationToken.None);
}
