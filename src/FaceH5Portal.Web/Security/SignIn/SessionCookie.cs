using FaceH5Portal.Core.People.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>A cookie counts for as long as its session is kept: revoked, expired or of somebody shut out it is nobody's.</summary>
internal sealed class SessionCookie(AccountSessions sessions, RoleNetworks networks) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (SignInClaims.SessionOf(context.Principal!) is { } id && await sessions.UseAsync(id, http.RequestAborted) is { } live)
        {
            SignInClaims.LeaveOut(context.Principal!, networks.AwayFrom(http.Connection.RemoteIpAddress, live.Account.Roles));
            return;
        }
        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }
}
