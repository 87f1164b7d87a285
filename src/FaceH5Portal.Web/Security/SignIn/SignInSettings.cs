using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>How people sign in, as far as it is set.</summary>
public sealed record SignInSettings
{
    public SignInLimits Limits { get; init; } = SignInLimits.Usual;

    public RoleNetworks Networks { get; init; } = RoleNetworks.None;

    internal LeakedPasswords Leaked { get; init; } = new(null);

    /// <summary>Null where the house has no provider of its own.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static SignInSettings Read(IConfigurationSection section) => new()
    {
        Limits = new SignInLimits(
            TimeSpan.FromMinutes(Read(section, "IdleMinutes", (int)SignInLimits.Usual.Idle.TotalMinutes, 24 * 60)),
            TimeSpan.FromHours(Read(section, "LongestHours", (int)SignInLimits.Usual.Longest.TotalHours, 24 * 7))),
        Networks = RoleNetworks.Read(section.GetSection("Networks")),
        Leaked = LeakedPasswords.Read(section),
        Oidc = OidcSettings.Read(section.GetSection("Oidc")),
    };

    private static int Read(IConfigurationSection section, string name, int usual, int most)
    {
        var value = section[name];
        if (string.IsNullOrWhiteSpace(value))
            return usual;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number : throw new PortalStartException($"{section.Path}:{name} is \"{value}\". It must be a whole number from 1 to {most}.");
    }
}
