using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Remembers whose password was right until the code comes.</summary>
internal static class SecondStep
{
    public const string Scheme = "SecondStep";

    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(5);

    public static Task BeginAsync(HttpContext context, Guid accountId) => context.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId.ToString("N"))], Scheme)));

    public static async Task<Guid?> FindAsync(HttpContext context) =>
        await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: { } principal } ? SignInClaims.AccountOf(principal) : null;

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
