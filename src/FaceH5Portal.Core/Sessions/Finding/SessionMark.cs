namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A place in the list, in whichever order, which sessions that come or change meanwhile do not move.</summary>
public sealed record SessionMark(Guid Id, DateTime CreatedAtUtc, DateTime LinkExpiresUtc, SessionStatus Status, Guid PlanId)
{
    /// <summary>Asks for what stands before the place instead of behind it.</summary>
    public bool Backward { get; init; }
}
