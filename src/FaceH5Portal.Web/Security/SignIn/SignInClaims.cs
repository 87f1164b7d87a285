using System.Security.Claims;
using FaceH5Portal.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>What a cookie says: whose session, and which. What that is worth is looked up each time.</summary>
internal static class SignInClaims
{
    private const string Session = "session";
    private const string Replaced = "replaced";
    private const string Away = "away";

    /// <param name="replaced">The session of the same browser before this one.</param>
    public static ClaimsPrincipal Principal(Guid accountId, Guid sessionId, Guid? replaced)
    {
        var identity = new ClaimsIdentity([Of(ClaimTypes.NameIdentifier, accountId), Of(Session, sessionId)], IdentityConstants.ApplicationScheme);
        if (replaced is { } before)
            identity.AddClaim(Of(Replaced, before));
        return new ClaimsPrincipal(identity);
    }

    public static Guid? SessionOf(ClaimsPrincipal principal) => IdOf(principal, Session);

    public static Guid? ReplacedBy(ClaimsPrincipal principal) => IdOf(principal, Replaced);

    public static Guid? AccountOf(ClaimsPrincipal principal) => IdOf(principal, ClaimTypes.NameIdentifier);

    /// <summary>Roles that do not count from where this request comes; for this request and the circuit that it opens.</summary>
    public static void LeaveOut(ClaimsPrincipal principal, IEnumerable<Role> away) =>
        (principal.Identity as ClaimsIdentity)?.AddClaims(away.Select(role => new Claim(Away, role.ToString())));

    public static IReadOnlyCollection<Role> AwayOf(ClaimsPrincipal principal) =>
        [.. principal.FindAll(Away).Select(claim => Enum.Parse<Role>(claim.Value))];

    private static Claim Of(string type, Guid id) => new(type, id.ToString("N"));

    private static Guid? IdOf(ClaimsPrincipal principal, string type) =>
        Guid.TryParseExact(principal.FindFirstValue(type), "N", out var id) ? id : null;
}
