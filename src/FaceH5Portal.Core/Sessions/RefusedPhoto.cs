using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu.Codes;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions;

/// <summary>
/// The vendor does not take the photo that the capture is to be compared with. The person's own is let go, so that they can
/// give another. The business's stays: nobody else may say whom the person is compared with.
/// </summary>
public sealed class RefusedPhoto(PortalStore store, EvidenceRetention retention, SessionJournal journal)
{
    public static bool IsMeant(CaptureNeeds needs, VendorFault fault) =>
        needs.Photo is not null && fault is { Kind: VendorFaultKind.Refused, Code: { } code }
        && BaiduCodeTable.Of(code).RetryWith == VendorRetryWith.NewPhoto;

    /// <summary>Answers what the person is told.</summary>
    public async Task<PortalError> LetGoAsync(Guid sessionId, string code, CancellationToken cancellationToken)
    {
        var gone = await store.WriteAsync<bool>(async write =>
        {
            var (session, subject) = write.FindPersonsSession(sessionId)!;
            journal.Tell(write, session, TimelineKind.LaunchFailed, code);
            if (session.MatchPhotoId is not { } photoId || !await IsPersonsOwnAsync(write, sessionId, cancellationToken))
                return false;
            if (subject.HeldAtUtc is null)
                retention.Delete(write, write.Find<EvidenceItem>(photoId)!);
            (session.MatchPhotoId, session.Reason) = (null, code);
            return true;
        }, cancellationToken);
        return gone switch
        {
            { Ok: false } => gone.Errors[0],
            { Value: true } => new PortalError("photo-refused"),
            _ => new PortalError("given-photo-refused"),
        };
    }

    private static Task<bool> IsPersonsOwnAsync(PortalWrite write, Guid sessionId, CancellationToken cancellationToken) =>
        write.Set<TimelineEntry>().AnyAsync(entry => entry.SessionId == sessionId && entry.Kind == TimelineKind.PhotoGiven, cancellationToken);
}
