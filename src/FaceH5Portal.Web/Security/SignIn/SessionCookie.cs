using FaceH5Portal.Core.People.SigningIn;
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
            if (SignInClaims.ReplacedBy(context.Principal!) is { } replaced)
                await sessions.EndReplacedAsync(replaced, http.RequestAborted);
            SignInClaims.LeaveOut(context.Principal!, networks.AwayFrom(http.Connection.RemoteIpAddress, live.Account.Roles));
            return;
        }
        // Not taken away: the answer could come after that of another page, and take away the cookie that replaced this one.
        context.RejectPrincipal();
    }
}
