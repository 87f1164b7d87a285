using System.Security.Claims;
using FaceH5Portal.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>What a cookie says: whose session, and which. What that is worth is looked up each time.</summary>
internal static class SignInClaims
{
    private const string Session = "session";
    private const string Away = "away";

    public static ClaimsPrincipal Principal(Guid accountId, Guid sessionId) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, accountId.ToString("N")), new Claim(Session, sessionId.ToString("N"))], IdentityConstants.ApplicationScheme));

    public static Guid? SessionOf(ClaimsPrincipal principal) => IdOf(principal, Session);

    public static Guid? AccountOf(ClaimsPrincipal principal) => IdOf(principal, ClaimTypes.NameIdentifier);

    /// <summary>Roles that do not count from where this request comes; for this request and the circuit that it opens.</summary>
    public static void LeaveOut(ClaimsPrincipal principal, IEnumerable<Role> away) =>
        (principal.Identity as ClaimsIdentity)?.AddClaims(away.Select(role => new Claim(Away, role.ToString())));

    public static IReadOnlyCollection<Role> AwayOf(ClaimsPrincipal principal) =>
        [.. principal.FindAll(Away).Select(claim => Enum.Parse<Role>(claim.Value))];

    private static Guid? IdOf(ClaimsPrincipal principal, string type) =>
        Guid.TryParseExact(principal.FindFirstValue(type), "N", out var id) ? id : null;
}
