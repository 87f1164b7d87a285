using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Privacy.Erasing;

/// <summary>Notes an erasure outside the database once it stands.</summary>
public sealed class NotedErasure(ErasureNotes notes) : IErasureFollower
{
    public Task FollowAsync(PortalWrite write, Erasure erasure, CancellationToken cancellationToken)
    {
        var erased = new List<(Guid, DateTime)>();
        foreach (var id in erasure.SubjectIds)
            if (write.Find<Subject>(id) is { ErasedAtUtc: { } at })
                erased.Add((id, at));
        write.AfterCommit(() => notes.Add(erased));
        return Task.CompletedTask;
    }
}
