namespace FaceH5Portal.Core.Data;

/// <summary>Tells of a commit: first those who do their part after it, then everybody who waits for it.</summary>
internal sealed class CommitTeller(CommitFeed feed, IEnumerable<ICommitFollower> followers)
{
    private readonly IReadOnlyList<ICommitFollower> followers = [.. followers];

    public void Tell(List<PendingWrite> works, CommitNotes notes)
    {
        try
        {
            works.ForEach(work => work.FollowUp());
            foreach (var follower in followers)
                follower.Follow(notes);
        }
        finally
        {
            // It is stored, so whoever waits for it hears of it, whatever went wrong beside it.
            foreach (var work in works)
            {
                work.Complete();
                feed.Publish(work.Changes);
            }
        }
    }
}
