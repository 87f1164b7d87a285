using Microsoft.AspNetCore.DataProtection;

namespace FaceH5Portal.Web.Security;

/// <summary>Remembers whose link a browser opened, so that the secret leaves the address bar.</summary>
public sealed class VisitCookie(IDataProtectionProvider protection)
{
    private const string Name = "__Host-visit";

    private readonly IDataProtector protector = protection.CreateProtector("FaceH5Portal.Visit");

    public void Write(HttpContext context, Guid sessionId) => context.Response.Cookies.Append(
        Name, Stamp(sessionId), new CookieOptions
        {
            Secure = true,
            HttpOnly = true,
            // Lax: the way back from the vendor's page is a link from another site.
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        });

    /// <summary>Names the visit's session in a form, so that what was read is what is agreed to.</summary>
    public static string? StampOf(HttpContext context) => context.Request.Cookies[Name];

    public string Stamp(Guid sessionId) => protector.Protect(sessionId.ToString("N"));

    /// <summary>Null when there is none, or it is not one of ours.</summary>
    public Guid? Read(HttpContext context) => Read(context.Request.Cookies[Name]);

    public Guid? Read(string? stamp)
    {
        if (stamp is not { } value)
            return null;
        try
        {
            return Guid.TryParseExact(protector.Unprotect(value), "N", out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // A forged or outdated cookie is the same as none.
            return null;
        }
    }
}
