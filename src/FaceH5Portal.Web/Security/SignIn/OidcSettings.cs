using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>A provider of the house that knows its people (OpenID Connect).</summary>
public sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret, string Name)
{
    /// <summary>Without the secret, wherever settings are written out.</summary>
    public override string ToString() => $"{Name} ({Authority})";

    /// <exception cref="PortalStartException">A setting is missing or cannot be used.</exception>
    public static OidcSettings? Read(IConfigurationSection section)
    {
        if (section["Authority"] is not { Length: > 0 } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw new PortalStartException($"{section.Path}:Authority is \"{authority}\". It must be the https address of an OpenID Connect provider.");
        return new OidcSettings(
            address,
            section["ClientId"] is { Length: > 0 } client ? client : throw new PortalStartException($"{section.Path}:ClientId is missing: the provider knows the portal by it."),
            section["ClientSecret"] is { Length: > 0 } secret ? secret : null,
            section["Name"] is { Length: > 0 } name ? name : address.Host);
    }
}
