using System.Security.Claims;
using FaceH5Portal.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace FaceH5Portal.Web.Tests.SignIn;

/// <summary>A real OpenID Connect provider on a port of its own. It takes whoever comes for the person that the test names.</summary>
internal sealed class HouseProvider : IAsyncDisposable
{
    public const string ClientId = "portal";
    public const string Secret = "a-secret-of-provider-and-portal";

    private readonly WebApplication app;

    private HouseProvider(Uri address, Uri wayBack)
    {
        Address = address;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetIssuer(address).SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email);
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            // Without a database: what it knows of clients is checked here.
            options.EnableDegradedMode();
            options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.RedirectUri != wayBack.AbsoluteUri)
                    context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != Secret)
                    context.Reject(Errors.InvalidClient);
                return default;
            }));
        });
        app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/connect/authorize", SignIn);
    }

    public Uri Address { get; }

    public string Subject { get; set; } = "7";

    public string Email { get; set; } = "";

    /// <summary>By what it says that it asked (<c>amr</c>).</summary>
    public string[] Methods { get; set; } = [];

    public bool IsVerified { get; set; } = true;

    public static async Task<HouseProvider> StartAsync(Uri wayBack)
    {
        var provider = new HouseProvider(new Uri($"http://localhost:{FreePort.Next()}/"), wayBack);
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult SignIn()
    {
        var identity = new ClaimsIdentity("house");
        identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Email, Email).SetClaim(Claims.EmailVerified, IsVerified);
        identity.SetClaims(Claims.AuthenticationMethodReference, [.. Methods]);
        identity.SetScopes(Scopes.OpenId, Scopes.Email);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
