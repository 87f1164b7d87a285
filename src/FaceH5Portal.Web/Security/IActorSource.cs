using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Web.Security;

/// <summary>Turns a signed-in principal into an actor, each time anew: what was taken away counts no more.</summary>
public interface IActorSource
{
    /// <summary>Nobody, where the session is over.</summary>
    ValueTask<Actor> ActorOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken);

    /// <summary>Null where the session is over or there is none.</summary>
    ValueTask<LiveSession?> SessionOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken);
}
