using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Web.Security.SignIn;

internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, PortalSettings settings)
    {
        // By real time: with the sandbox the portal's clock is moved about.
        services.AddSingleton(new PeopleClock(TimeProvider.System)).AddSingleton(settings.SignIn.Limits).AddSingleton(settings.SignIn.Networks).AddSingleton(settings.SignIn.Leaked);
        services.AddSingleton(new ReservedKeyNames(settings.Api.Keys.Select(key => key.Name).ToHashSet()));
        services.AddSchemes(settings).AddAccounts(settings);
        services.AddCascadingAuthenticationState();
        if (settings.OffersDemo)
            services.AddScoped<DemoSignIn>();
        return services
            .AddSingleton<IActorSource, AccountActors>()
            .AddSingleton<SignInGate>()
            .AddScoped<SignInDesk>()
            .AddScoped<PasskeyDesk>()
            .AddScoped<OwnAccount>()
            .AddScoped<PasswordDesk>()
            .AddScoped<CodeDesk>()
            .AddScoped<CircuitHandler, CircuitSession>()
            .AddScoped<CurrentActor>()
            .AddScoped<SoughtPeople>();
    }

    private static IServiceCollection AddSchemes(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton<SessionCookie>();
        var schemes = services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Harden(options, "__Host-person", settings.SignIn.Limits.Longest);
                options.EventsType = typeof(SessionCookie);
            })
            .AddCookie(SecondStep.Scheme, options => Harden(options, "__Host-second-step", SecondStep.Life))
            // Where a passkey's challenge waits for its answer.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Harden(options, "__Host-passkey", TimeSpan.FromMinutes(5)));
        if (settings.SignIn.Oidc is { } provider)
            schemes.AddProvider(provider, settings.PublicBaseUrl);
        foreach (var scheme in new[] { IdentityConstants.ApplicationScheme, SecondStep.Scheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.ExternalScheme })
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<PeopleClock>((options, clock) => options.TimeProvider = clock.Time);
        return services;
    }

    internal static void Harden(CookieAuthenticationOptions options, string name, TimeSpan life)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // Lax: a link in a message leads to a page of the console. Nothing is done by opening an address, and each form has its proof.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = false;
    }

    private static void AddAccounts(this IServiceCollection services, PortalSettings settings)
    {
        services.AddIdentityCore<Account>(options =>
        {
            // Long rather than odd, as NIST SP 800-63B has it.
            options.Password.RequiredLength = PasswordRules.Shortest;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.Tokens.AuthenticatorTokenProvider = TotpCodes.Provider;
        })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<TotpCodes>(TotpCodes.Provider);
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.PublicBaseUrl.Host;
            options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == settings.PublicBaseUrl.GetLeftPart(UriPartial.Authority));
        });
    }
}
