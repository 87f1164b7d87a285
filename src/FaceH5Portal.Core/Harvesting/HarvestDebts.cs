using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What a verdict leaves to be fetched, and how the session's harvest stands.</summary>
public sealed class HarvestDebts(SubjectVault subjects, SessionJournal journal, Entropy entropy, TimeProvider clock)
{
    /// <summary>What belongs to the attempts that have just become known.</summary>
    public void Owe(
        PortalWrite write, VerificationSession session, VerifyToken token, Subject subject, VerificationRecord record,
        IReadOnlyList<Attempt> fresh)
    {
        foreach (var attempt in fresh)
        {
            var told = record.Attempts.First(a => a.Order == attempt.Order);
            if (attempt.Passed || told.FaceImageUrl is not null)
                Add(HarvestKind.Face, told.FaceImageUrl);
            if (told.CertificateFrontUrl is { } front)
                Add(HarvestKind.IdFront, front);
            if (told.CertificateBackUrl is { } back)
                Add(HarvestKind.IdBack, back);
            // `detail` tells more than getall only of an attempt that passed.
            if (attempt.Passed)
                Add(HarvestKind.Detail, null);

            void Add(HarvestKind kind, string? url)
            {
                if (session.WithdrawnAtUtc is null || !kind.BringsPictures(session.Terms))
                    write.Set<HarvestItem>().Add(Item(
                        session.Id, token.Id, attempt.Order, kind, attempt.VerifiedAtUtc + (url is null ? TokenWindows.Results : TokenWindows.Media), Seal(subject, url)));
            }
        }
    }

    /// <summary>What is asked for once nothing more can come of the token, so that one question says it all.</summary>
    public async Task OweFinalAsync(PortalWrite write, VerificationSession session, VerifyToken token, CancellationToken cancellationToken)
    {
        var last = await LastAttemptAsync(write, token, cancellationToken);
        if (token.EndedAtUtc is null || last is null)
            return;
        var known = await write.Set<HarvestItem>().Where(item => item.VerifyTokenId == token.Id).Select(item => item.Kind).ToListAsync(cancellationToken);
        if (!known.Contains(HarvestKind.Stat))
            write.Set<HarvestItem>().Add(Item(session.Id, token.Id, 0, HarvestKind.Stat, last.VerifiedAtUtc + TokenWindows.Results, null));
        if (session.Terms.Recording && session.WithdrawnAtUtc is null && !known.Contains(HarvestKind.Media))
            write.Set<HarvestItem>().Add(Item(session.Id, token.Id, last.Order, HarvestKind.Media, last.VerifiedAtUtc + TokenWindows.Media, null));
    }

    public void OweMedia(PortalWrite write, Debt debt, CapturedMedia media)
    {
        Add(HarvestKind.Video, media.Videos.Select(video => video.Url));
        Add(HarvestKind.Frame, media.ImageUrls);

        void Add(HarvestKind kind, IEnumerable<string> urls) => write.Set<HarvestItem>().AddRange(urls.Select((url, part) =>
            Item(debt.Item.SessionId, debt.Item.VerifyTokenId, debt.Item.AttemptOrder, kind, debt.Item.DeadlineUtc, Seal(debt.Subject, url), part)));
    }

    /// <summary>Gives owed pictures the address the vendor has just named; the one they had may have died.</summary>
    public async Task RefreshAsync(
        PortalWrite write, VerifyToken token, Subject subject, VerificationRecord record, CancellationToken cancellationToken)
    {
        var owed = await write.Set<HarvestItem>()
            .Where(item => item.VerifyTokenId == token.Id && item.State == HarvestItemState.Owed && item.Tries > 0).ToListAsync(cancellationToken);
        foreach (var item in owed)
        {
            var told = record.Attempts.FirstOrDefault(attempt => attempt.Order == item.AttemptOrder);
            var url = item.Kind switch
            {
                HarvestKind.Face => told?.FaceImageUrl,
                HarvestKind.IdFront => told?.CertificateFrontUrl,
                HarvestKind.IdBack => told?.CertificateBackUrl,
                _ => null,
            };
            if (url is null)
                continue;
            item.SealedUrl = Seal(subject, url);
            item.DueUtc = journal.NowUtc;
        }
    }

    public static async Task SummariseAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        // The change tracker holds what this transaction has added and not yet saved.
        var items = await write.Set<HarvestItem>().Where(item => item.SessionId == session.Id).ToListAsync(cancellationToken);
        session.Harvest = StateOf(session.Status, [.. items
            .Union(write.Set<HarvestItem>().Local.Where(item => item.SessionId == session.Id)).Select(item => item.State)]);
    }

    private static HarvestState StateOf(SessionStatus status, List<HarvestItemState> states)
    {
        if (states.Count == 0)
            return status is SessionStatus.Confirming or SessionStatus.Unresolved ? HarvestState.Owed : HarvestState.NotDue;
        if (states.Contains(HarvestItemState.Owed))
            return states.Contains(HarvestItemState.Done) ? HarvestState.Partial : HarvestState.Owed;
        return states.Contains(HarvestItemState.Lost) ? HarvestState.Lost : HarvestState.Complete;
    }

    private static async Task<Attempt?> LastAttemptAsync(PortalWrite write, VerifyToken token, CancellationToken cancellationToken)
    {
        var stored = await write.Set<Attempt>().Where(attempt => attempt.VerifyTokenId == token.Id).ToListAsync(cancellationToken);
        return stored.Union(write.Set<Attempt>().Local.Where(attempt => attempt.VerifyTokenId == token.Id)).MaxBy(attempt => attempt.Order);
    }

    private byte[]? Seal(Subject subject, string? url) => url is null ? null : subjects.SealText(subject, FileFetcher.UrlPurpose, url);

    private HarvestItem Item(
        Guid sessionId, Guid tokenId, int order, HarvestKind kind, DateTime deadlineUtc, byte[]? sealedUrl, int part = 0) => new()
        {
            Id = entropy.NewId(clock),
            SessionId = sessionId,
            VerifyTokenId = tokenId,
            AttemptOrder = order,
            Kind = kind,
            Part = part,
            DueUtc = journal.NowUtc,
            DeadlineUtc = deadlineUtc,
            SealedUrl = sealedUrl,
        };
}
