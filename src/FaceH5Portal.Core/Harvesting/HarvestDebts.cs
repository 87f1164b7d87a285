using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What a verdict leaves to be fetched, and how the session's harvest stands.</summary>
public sealed class HarvestDebts(SubjectVault subjects, SessionJournal journal, Entropy entropy, TimeProvider clock)
{
    private const string NobodyTried = "nobody-tried";

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
        if (token.EndedAtUtc is not null && await LastAttemptAsync(write, token, cancellationToken) is { } last)
            await OweOnceAsync(write, session, token, last.Order, last.VerifiedAtUtc, cancellationToken);
    }

    /// <summary>
    /// The record of a dead token cannot be read, and may never be. The vendor may tell the rest all the same, for a day or
    /// three; of which attempt it is nobody knows, nor when that was.
    /// </summary>
    public Task OweUnreadAsync(PortalWrite write, VerificationSession session, VerifyToken token, CancellationToken cancellationToken) =>
        OweOnceAsync(write, session, token, 0, token.MintedAtUtc, cancellationToken);

    /// <summary>Nobody tried, so what could not be known is nothing.</summary>
    public async Task DropUnreadAsync(PortalWrite write, VerifyToken token, CancellationToken cancellationToken)
    {
        if (await LastAttemptAsync(write, token, cancellationToken) is not null)
            return;
        var owed = await write.Set<HarvestItem>()
            .Where(item => item.VerifyTokenId == token.Id && item.State == HarvestItemState.Owed
                && (item.Kind == HarvestKind.Stat || item.Kind == HarvestKind.Media)).ToListAsync(cancellationToken);
        owed.ForEach(item => item.Settle(HarvestItemState.Absent, journal.NowUtc, NobodyTried));
    }

    private async Task OweOnceAsync(
        PortalWrite write, VerificationSession session, VerifyToken token, int order, DateTime sinceUtc, CancellationToken cancellationToken)
    {
        var known = await write.Set<HarvestItem>().Where(item => item.VerifyTokenId == token.Id).Select(item => item.Kind).ToListAsync(cancellationToken);
        if (!known.Contains(HarvestKind.Stat))
            write.Set<HarvestItem>().Add(Item(session.Id, token.Id, 0, HarvestKind.Stat, sinceUtc + TokenWindows.Results, null));
        if (session.Terms.Recording && session.WithdrawnAtUtc is null && !known.Contains(HarvestKind.Media))
            write.Set<HarvestItem>().Add(Item(session.Id, token.Id, order, HarvestKind.Media, sinceUtc + TokenWindows.Media, null));
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
        var states = items.Union(write.Set<HarvestItem>().Local.Where(item => item.SessionId == session.Id)).Select(item => item.State).ToHashSet();
        if (states.Contains(HarvestItemState.Owed) || await OwesVerdictAsync(write, session, cancellationToken))
            session.Harvest = states.Contains(HarvestItemState.Done) ? HarvestState.Partial : HarvestState.Owed;
        else if (states.Contains(HarvestItemState.Lost) || session.ResolvedBy is not null)
            session.Harvest = HarvestState.Lost;
        else
            session.Harvest = states.Count == 0 ? HarvestState.NotDue : HarvestState.Complete;
    }

    /// <summary>Whatever the status: a session that was cancelled or passed may have a token that is still asked about.</summary>
    private static async Task<bool> OwesVerdictAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken) =>
        session.Status == SessionStatus.Confirming || session is { Status: SessionStatus.Unresolved, ResolvedBy: null }
        || (await write.Set<VerifyToken>().Where(token => token.SessionId == session.Id).ToListAsync(cancellationToken))
            .Exists(token => token.AwaitsAnswer);

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
