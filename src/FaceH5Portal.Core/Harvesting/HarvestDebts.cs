using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What an answer leaves to be fetched.</summary>
public sealed class HarvestDebts(SubjectVault subjects, SessionJournal journal, Entropy entropy, TimeProvider clock)
{
    private const string NobodyTried = "nobody-tried";

    /// <summary>What belongs to the attempts that have just become known.</summary>
    public void Owe(TokenFile file, VerificationRecord record, IReadOnlyList<Attempt> fresh)
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
                if (file.Session.WithdrawnAtUtc is null || !kind.BringsPictures(file.Session.Terms))
                    file.Owe(Item(file, attempt.Order, kind, attempt.VerifiedAtUtc + (url is null ? TokenWindows.Results : TokenWindows.Media), url));
            }
        }
    }

    /// <summary>What is asked for once nothing more can come of the token, so that one question says it all.</summary>
    public void OweFinal(TokenFile file)
    {
        if (file.Token.EndedAtUtc is not null && file.Attempts.MaxBy(attempt => attempt.Order) is { } last)
            OweOnce(file, last.Order, last.VerifiedAtUtc);
    }

    /// <summary>
    /// The record of a dead token cannot be read, and may never be. The vendor may tell the rest all the same, for a day or
    /// three; of which attempt it is nobody knows, nor when that was.
    /// </summary>
    public void OweUnread(TokenFile file) => OweOnce(file, 0, file.Token.MintedAtUtc);

    /// <summary>Nobody tried, so what could not be known is nothing.</summary>
    public void DropUnread(TokenFile file)
    {
        if (file.Attempts.Count > 0)
            return;
        foreach (var item in file.Items.Where(item => item is { State: HarvestItemState.Owed, Kind: HarvestKind.Stat or HarvestKind.Media }))
            item.Settle(HarvestItemState.Absent, journal.NowUtc, NobodyTried);
    }

    public void OweMedia(TokenFile file, HarvestItem asked, CapturedMedia media)
    {
        Add(HarvestKind.Video, media.Videos.Select(video => video.Url));
        Add(HarvestKind.Frame, media.ImageUrls);

        void Add(HarvestKind kind, IEnumerable<string> urls)
        {
            foreach (var (part, url) in urls.Index())
                file.Owe(Item(file, asked.AttemptOrder, kind, asked.DeadlineUtc, url, part));
        }
    }

    /// <summary>Gives owed pictures the address the vendor has just named; the one they had may have died.</summary>
    public void Refresh(TokenFile file, VerificationRecord record)
    {
        foreach (var item in file.Items.Where(item => item is { State: HarvestItemState.Owed, Tries: > 0 }))
        {
            var told = record.Attempts.FirstOrDefault(attempt => attempt.Order == item.AttemptOrder);
            var url = item.Kind switch
            {
                HarvestKind.Face => told?.FaceImageUrl,
                HarvestKind.IdFront => told?.CertificateFrontUrl,
                HarvestKind.IdBack => told?.CertificateBackUrl,
                _ => null,
            };
            if (url is not null)
                (item.SealedUrl, item.DueUtc) = (Seal(file.Subject, url), journal.NowUtc);
        }
    }

    private void OweOnce(TokenFile file, int order, DateTime sinceUtc)
    {
        var known = file.Items.Select(item => item.Kind).ToHashSet();
        if (!known.Contains(HarvestKind.Stat))
            file.Owe(Item(file, 0, HarvestKind.Stat, sinceUtc + TokenWindows.Results));
        if (file.Session is { Terms.Recording: true, WithdrawnAtUtc: null } && !known.Contains(HarvestKind.Media))
            file.Owe(Item(file, order, HarvestKind.Media, sinceUtc + TokenWindows.Media));
    }

    private byte[]? Seal(Subject subject, string? url) => url is null ? null : subjects.SealText(subject, FileFetcher.UrlPurpose, url);

    private HarvestItem Item(TokenFile file, int order, HarvestKind kind, DateTime deadlineUtc, string? url = null, int part = 0) => new()
    {
        Id = entropy.NewId(clock),
        SessionId = file.Session.Id,
        VerifyTokenId = file.Token.Id,
        AttemptOrder = order,
        Kind = kind,
        Part = part,
        DueUtc = journal.NowUtc,
        DeadlineUtc = deadlineUtc,
        SealedUrl = Seal(file.Subject, url),
    };
}
