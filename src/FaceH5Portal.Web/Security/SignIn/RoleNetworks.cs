using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;
using IPNetwork = System.Net.IPNetwork;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>From where a role counts. One that no setting names counts from everywhere.</summary>
public sealed class RoleNetworks(IReadOnlyDictionary<Role, IReadOnlyList<IPNetwork>> networks)
{
    public static RoleNetworks None { get; } = new(new Dictionary<Role, IReadOnlyList<IPNetwork>>());

    /// <exception cref="PortalStartException">A name is no role, or an entry neither an address nor a network.</exception>
    public static RoleNetworks Read(IConfigurationSection section) => new(section.GetChildren().ToDictionary(
        child => Enum.TryParse<Role>(child.Key, out var role) && Enum.IsDefined(role)
            ? role : throw new PortalStartException($"{child.Path}: known roles are {string.Join(", ", Enum.GetNames<Role>())}."),
        child => KnownProxies.Read(child.Value, child.Path)));

    public IEnumerable<Role> AwayFrom(IPAddress? address, IEnumerable<Role> roles) => roles.Where(role => !Counts(role, address));

    private bool Counts(Role role, IPAddress? address)
    {
        if (!networks.TryGetValue(role, out var allowed))
            return true;
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && allowed.Any(network => network.Contains(plain));
    }
}
