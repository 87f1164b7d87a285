using Microsoft.AspNetCore.Authentication.Cookies;

namespace FaceH5Portal.Web.Security;

internal static class ActorServices
{
    public static IServiceCollection AddActors(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "__Host-actor";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddCascadingAuthenticationState();
        return services
            .AddSingleton<IActorSource>(environment.IsDevelopment() ? new DevelopmentActors() : new NoActors())
            .AddScoped<CurrentActor>()
            .AddScoped<SoughtPeople>();
    }
}
