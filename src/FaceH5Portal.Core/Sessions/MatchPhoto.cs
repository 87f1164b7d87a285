using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Sessions;

/// <summary>The picture that the capture is compared with, whoever gives it.</summary>
internal static class MatchPhoto
{
    /// <summary>Every launch of the link needs it again, so its days count from the link's end.</summary>
    public static DateTime KeepUntil(PlanTerms terms, DateTime linkExpiresUtc) => linkExpiresUtc.AddDays(terms.DaysOf(EvidenceKind.Match));

    public static NewEvidence Of(Guid sessionId, byte[] photo, string mediaType, PlanTerms terms, DateTime linkExpiresUtc) =>
        new(EvidenceKind.Match, photo, mediaType) { SessionId = sessionId, KeepUntilUtc = KeepUntil(terms, linkExpiresUtc) };
}
