using System.Security.Claims;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>A provider of the house that knows its people (OpenID Connect).</summary>
public sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret, string Name)
{
    /// <summary>
    /// How the provider must have asked: values of <c>acr</c> or <c>amr</c>, one of which its word has to carry; empty where
    /// the house trusts it to ask enough.
    /// </summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    /// <summary>Without the secret, wherever settings are written out.</summary>
    public override string ToString() => $"{Name} ({Authority})";

    /// <summary>Whether somebody has shown the provider as much as the house wants.</summary>
    public bool IsEnough(ClaimsPrincipal person) =>
        Strengths.Count == 0 || person.Claims.Any(claim => claim.Type is "acr" or "amr" && Strengths.Contains(claim.Value));

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
            section["Name"] is { Length: > 0 } name ? name : address.Host)
        {
            Strengths = (section["Strengths"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }
}
