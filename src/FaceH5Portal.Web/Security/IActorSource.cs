using System.Security.Claims;
using FaceH5Portal.Core.Access;

namespace FaceH5Portal.Web.Security;

/// <summary>Turns a signed-in principal into an actor. Sign-in will bring its own; nothing else changes then.</summary>
public interface IActorSource
{
    Actor ActorOf(ClaimsPrincipal principal);

    /// <summary>The roles that the picker offers; none outside Development.</summary>
    IReadOnlyList<Role> Choices { get; }
}

/// <summary>Development: whoever sits at this machine chooses a role, and is an operator until then.</summary>
internal sealed class DevelopmentActors : IActorSource
{
    public IReadOnlyList<Role> Choices { get; } = Enum.GetValues<Role>();

    public Actor ActorOf(ClaimsPrincipal principal)
    {
        var role = Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var chosen) ? chosen : Role.Operator;
        return Actor.InRole($"development-{role}".ToLowerInvariant(), role.ToString(), role);
    }
}

/// <summary>Elsewhere there is no way to say who one is yet, so nobody may do anything.</summary>
internal sealed class NoActors : IActorSource
{
    public IReadOnlyList<Role> Choices { get; } = [];

    public Actor ActorOf(ClaimsPrincipal principal) => Actor.Anonymous;
}
