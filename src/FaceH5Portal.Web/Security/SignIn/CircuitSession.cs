using FaceH5Portal.Core.People.SigningIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Whatever a browser does in an open page counts as use of its session, and reaches nothing once that is over.</summary>
internal sealed class CircuitSession(AuthenticationStateProvider authentication, AccountSessions sessions) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            var person = (await authentication.GetAuthenticationStateAsync()).User;
            if (SignInClaims.SessionOf(person) is { } id && await sessions.UseAsync(id, CancellationToken.None) is not null)
                await next(context);
        };
}
