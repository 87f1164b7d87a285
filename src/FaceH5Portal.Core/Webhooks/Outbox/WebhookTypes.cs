using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Core.Webhooks.Outbox;

/// <summary>What is told of, by the words that stand in a message; docs/webhooks.md lists them.</summary>
public static class WebhookTypes
{
    public const string Test = "webhook.test";

    private const string Created = "session.created";
    private const string ReviewNeeded = "session.review_needed";
    private const string ReviewDecided = "session.review_decided";
    private const string EvidenceComplete = "session.evidence_complete";
    private const string EvidenceLost = "session.evidence_lost";
    private const string Erased = "session.erased";

    private static readonly Dictionary<SessionStatus, string> Ends = new()
    {
        [SessionStatus.Passed] = "session.passed",
        [SessionStatus.Failed] = "session.failed",
        [SessionStatus.Expired] = "session.expired",
        [SessionStatus.Cancelled] = "session.cancelled",
        [SessionStatus.Unresolved] = "session.unresolved",
    };

    /// <summary>What an endpoint may want.</summary>
    public static IReadOnlyList<string> All { get; } = [Created, .. Ends.Values, ReviewNeeded, ReviewDecided, EvidenceComplete, EvidenceLost, Erased];

    /// <summary>What a change of a session is worth telling, in the order in which it is told.</summary>
    internal static IEnumerable<string> Of(RowChange<VerificationSession> change)
    {
        var (session, asRead) = change;
        if (asRead is null)
            yield return Created;
        if (Changed(s => s.Status) && Ends.TryGetValue(session.Status, out var end))
            yield return end;
        if (Changed(s => s.Review) && session.Review != ReviewState.None)
            yield return session.Review == ReviewState.Needed ? ReviewNeeded : ReviewDecided;
        if (Changed(s => s.Harvest) && session.Harvest is HarvestState.Complete or HarvestState.Lost)
            yield return session.Harvest == HarvestState.Complete ? EvidenceComplete : EvidenceLost;
        if (Changed(s => s.Privacy) && session.Privacy == PrivacyState.Redacted)
            yield return Erased;

        bool Changed<T>(Func<VerificationSession, T> of) where T : struct, Enum => asRead is not null && !of(asRead).Equals(of(session));
    }
}
