using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>How the portal asks the provider of the house (OpenID Connect, authorization code with PKCE).</summary>
internal static class ProviderScheme
{
    public const string Name = "Provider";

    public static void AddProvider(this AuthenticationBuilder schemes, OidcSettings provider, Uri publicBaseUrl)
    {
        schemes.Services.AddScoped<ProviderSignIn>();
        schemes
            .AddCookie(IdentityConstants.ExternalScheme, options => SignInServices.Harden(options, "__Host-provider", TimeSpan.FromMinutes(5)))
            .AddOpenIdConnect(Name, options => Configure(options, provider, new Uri(publicBaseUrl, PortalRoutes.ProviderReturn)));
    }

    private static void Configure(OpenIdConnectOptions options, OidcSettings provider, Uri wayBack)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = provider.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        (options.ResponseType, options.ResponseMode) = ("code", "query");
        options.UsePkce = true;
        options.MapInboundClaims = false;
        // Nothing of the provider's is kept but who it is.
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey("email", "email");
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");
        // How strongly it asked is left out by default.
        options.ClaimActions.Remove("acr");
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.CallbackPath = PortalRoutes.ProviderReturn;
        options.RemoteSignOutPath = PathString.Empty;
        // Bound to this host, like every cookie of ours.
        (options.CorrelationCookie.Name, options.NonceCookie.Name) = ("__Host-correlation.", "__Host-nonce.");
        options.CorrelationCookie.Path = options.NonceCookie.Path = "/";
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            // By the settings, never by what a request calls us.
            context.ProtocolMessage.RedirectUri = wayBack.AbsoluteUri;
            if (provider.Strengths.Count > 0)
                context.ProtocolMessage.AcrValues = string.Join(' ', provider.Strengths);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            // Whoever breaks off or makes something up is back where they began.
            context.Response.Redirect(PortalRoutes.SignInFailed);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
