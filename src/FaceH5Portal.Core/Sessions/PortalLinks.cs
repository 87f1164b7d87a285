using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Core.Sessions;

/// <summary>The addresses a person outside the console sees, always under the configured public base.</summary>
public sealed class PortalLinks(Uri publicBaseUrl)
{
    public Uri Base { get; } = publicBaseUrl;

    public Uri EndUser(string code) => new(Base, $"/v/{code}");

    public Uri Return(string state) => new(Base, $"/r/{state}");

    /// <summary>What is stored of a secret that must only be recognised. 128 random bits need no salt.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
