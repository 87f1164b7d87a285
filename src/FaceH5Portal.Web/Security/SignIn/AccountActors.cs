using System.Security.Claims;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>The people who are signed in.</summary>
internal sealed class AccountActors(AccountSessions sessions) : IActorSource
{
    public async ValueTask<Actor> ActorOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        await SessionOfAsync(principal, cancellationToken) is { } live ? live.ActorWithout(SignInClaims.AwayOf(principal)) : Actor.Anonymous;

    public async ValueTask<LiveSession?> SessionOfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SignInClaims.SessionOf(principal) is { } id ? await sessions.FindAsync(id, cancellationToken) : null;
}
