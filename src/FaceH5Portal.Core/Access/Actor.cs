using System.Collections.Frozen;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Access;

/// <summary>Who does something: a person of the console, the end user of a link, or the portal itself.</summary>
public sealed record Actor(string Id, string Name, IReadOnlySet<Permission> Permissions)
{
    /// <summary>Nobody in particular, and allowed nothing.</summary>
    public static Actor Anonymous { get; } = new("anonymous", "anonymous", FrozenSet<Permission>.Empty);

    /// <summary>The portal's own workers; no page ever acts as this.</summary>
    public static Actor System { get; } = new("system", "system", Enum.GetValues<Permission>().ToFrozenSet());

    public static Actor EndUser { get; } = new("end-user", "end user", FrozenSet<Permission>.Empty);

    /// <summary>As what they act; null where no role says it, as with a program.</summary>
    public Role? Role { get; init; }

    public static Actor InRole(string id, string name, Role role) => new(id, name, RolePermissions.Of(role)) { Role = role };

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Null when allowed, else the error that names the missing permission.</summary>
    public PortalError? Lacks(Permission permission) =>
        May(permission) ? null : new PortalError(PortalError.AccessDenied, null, permission);
}
