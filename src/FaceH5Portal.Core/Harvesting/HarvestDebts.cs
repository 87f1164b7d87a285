using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>What a verdict leaves to be fetched, and how the session's harvest stands.</summary>
public sealed class HarvestDebts(SubjectVault subjects, SessionJournal journal, Entropy entropy, TimeProvider clock)
{
    public void Owe(
        PortalWrite write, VerificationSession session, VerifyToken token, Subject subject, VerificationRecord record,
        IReadOnlyList<Attempt> fresh)
    {
        foreach (var attempt in fresh)
        {
            var url = record.Attempts.First(a => a.Order == attempt.Order).FaceImageUrl;
            if (attempt.Passed || url is not null)
                Add(HarvestKind.Face, attempt, url);
            // `detail` tells more than getall only of an attempt that passed.
            if (attempt.Passed)
                Add(HarvestKind.Detail, attempt, null);
        }

        void Add(HarvestKind kind, Attempt attempt, string? url) => write.Set<HarvestItem>().Add(new HarvestItem
        {
            Id = entropy.NewId(clock),
            SessionId = session.Id,
            VerifyTokenId = token.Id,
            AttemptOrder = attempt.Order,
            Kind = kind,
            DueUtc = journal.NowUtc,
            DeadlineUtc = attempt.VerifiedAtUtc + (kind == HarvestKind.Face ? TokenWindows.Media : TokenWindows.Results),
            SealedUrl = url is null ? null : subjects.SealText(subject, "face-url", url),
        });
    }

    public static async Task SummariseAsync(PortalWrite write, VerificationSession session, CancellationToken cancellationToken)
    {
        // The change tracker holds what this transaction has added and not yet saved.
        var items = await write.Set<HarvestItem>().Where(item => item.SessionId == session.Id).ToListAsync(cancellationToken);
        var states = items.Union(write.Set<HarvestItem>().Local.Where(item => item.SessionId == session.Id))
            .Select(item => item.State).ToList();
        session.Harvest = states.Count switch
        {
            0 => session.Status is SessionStatus.Confirming or SessionStatus.Unresolved ? HarvestState.Owed : HarvestState.NotDue,
            _ when states.TrueForAll(state => state == HarvestItemState.Done) => HarvestState.Complete,
            _ when states.Contains(HarvestItemState.Done) => HarvestState.Partial,
            _ => HarvestState.Owed,
        };
    }
}
