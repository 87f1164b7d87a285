using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>Of a session what its person's page depends on.</summary>
public sealed record SessionStanding
{
    public required Guid Id { get; init; }
    public required SessionStatus Status { get; init; }
    public required PlanTerms Terms { get; init; }
    public required string Purpose { get; init; }
    public required string? Reason { get; init; }
    public required Outcome? Outcome { get; init; }
    public required ReviewState Review { get; init; }
    public required DateTime LinkExpiresUtc { get; init; }
    public required int AttemptCount { get; init; }
    public required bool HasMatchPhoto { get; init; }
    public required DateTime? ConsentedAtUtc { get; init; }
    public required bool GuardianConsented { get; init; }
    public required DateTime? OtherWayAtUtc { get; init; }
    public required DateTime? WithdrawnAtUtc { get; init; }
    public required DateTime? FinishedAtUtc { get; init; }
    public required int Version { get; init; }
    public required string? ReturnUrl { get; init; }
    public required string CreatedBy { get; init; }
    public required byte[] SealedLink { get; init; }

    internal static SessionStanding Of(VerificationSession session) => new()
    {
        Id = session.Id,
        Status = session.Status,
        Terms = session.Terms,
        Purpose = session.Purpose,
        Reason = session.Reason,
        Outcome = session.Outcome,
        Review = session.Review,
        LinkExpiresUtc = session.LinkExpiresUtc,
        AttemptCount = session.AttemptCount,
        HasMatchPhoto = session.MatchPhotoId is not null,
        ConsentedAtUtc = session.ConsentedAtUtc,
        GuardianConsented = session.GuardianConsented,
        OtherWayAtUtc = session.OtherWayAtUtc,
        WithdrawnAtUtc = session.WithdrawnAtUtc,
        FinishedAtUtc = session.FinishedAtUtc,
        Version = session.Version,
        ReturnUrl = session.ReturnUrl,
        CreatedBy = session.CreatedBy,
        SealedLink = session.SealedLink,
    };
}
