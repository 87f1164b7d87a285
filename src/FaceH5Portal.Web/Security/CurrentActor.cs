using FaceH5Portal.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace FaceH5Portal.Web.Security;

/// <summary>Who looks at this page.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, IActorSource source)
{
    public async Task<Actor> GetAsync() => source.ActorOf((await authentication.GetAuthenticationStateAsync()).User);
}
