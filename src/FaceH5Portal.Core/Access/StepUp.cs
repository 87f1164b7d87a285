using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Access;

/// <summary>What is most sensitive wants a person who has just proved who they are. A program proves it with every call.</summary>
public sealed class StepUp(PeopleClock clock)
{
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    public bool IsFresh(Actor actor) => actor.Session is not { } session || clock.NowUtc - session.ProvenAtUtc <= Window;

    /// <summary>Null when the proof is fresh, else the error that asks for another.</summary>
    public PortalError? Lacks(Actor actor) => IsFresh(actor) ? null : new PortalError(PortalError.StepUpNeeded);

    /// <summary>Null when the actor may and the proof is fresh.</summary>
    public PortalError? Lacks(Actor actor, Permission permission) => actor.Lacks(permission) ?? Lacks(actor);
}
