using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>
/// Claims what is due of a token before the vendor is asked: where nothing can be stored, nothing is asked. A claim waits
/// for no fault, which tells it from every other wait.
/// </summary>
public sealed class HarvestClaims(SubjectVault subjects, SessionJournal journal)
{
    /// <summary>What the caller is now to fetch, nearest deadline first. Of a person who is erased nothing is.</summary>
    public List<Debt> Take(TokenFile file)
    {
        var now = journal.NowUtc;
        var due = file.Items.Where(item => item.DueUtc <= now).OrderBy(item => item.DeadlineUtc).ToList();
        if (due.Count == 0)
            return [];
        if (subjects.TryOpenText(file.Subject, "verify-token", file.Token.SealedToken) is not { } verifyToken)
        {
            due.ForEach(item => item.Settle(HarvestItemState.Absent, now, SessionRedaction.Code));
            file.Note();
            return [];
        }
        due.ForEach(item => (item.DueUtc, item.LastFault) = (now + HarvestSchedule.Lease, null));
        return due.ConvertAll(item => new Debt(item, file.Attempts.FirstOrDefault(attempt => attempt.Order == item.AttemptOrder),
            file.Subject, file.Token.CredentialId, verifyToken, file.Session.Terms));
    }
}
