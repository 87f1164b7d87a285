using System.Linq.Expressions;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A place in the list, in whichever order, which sessions that come or change meanwhile do not move.</summary>
public sealed record SessionMark(Guid Id, DateTime CreatedAtUtc, DateTime LinkExpiresUtc, SessionStatus Status, Guid PlanId)
{
    internal static readonly Expression<Func<VerificationSession, SessionMark>> Reading =
        s => new SessionMark(s.Id, s.CreatedAtUtc, s.LinkExpiresUtc, s.Status, s.PlanId);

    /// <summary>Asks for what stands before the place instead of behind it.</summary>
    public bool Backward { get; init; }

    public static SessionMark Of(VerificationSession s) => new(s.Id, s.CreatedAtUtc, s.LinkExpiresUtc, s.Status, s.PlanId);
}
