using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>The one way for people of the console to see in the clear whom a photo was compared with. Its photo is seen as a session's pictures are.</summary>
public sealed class CheckReveal(PortalStore store, LookBook looks, SubjectVault subjects)
{
    public async Task<Result<SubjectView>> IdentityAsync(Actor actor, Guid checkId, RevealReason reason, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeePersonalData) is { } denied)
            return denied;
        return await store.WriteAsync<SubjectView>(async write =>
        {
            var check = await write.Set<PhotoCheck>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == checkId, cancellationToken);
            if (check is null)
                return new PortalError("photo-check-unknown");
            var subject = await write.Set<Subject>().AsNoTracking().SingleAsync(one => one.Id == check.SubjectId, cancellationToken);
            if (subjects.IdentityOf(subject) is not { } identity)
                return new PortalError("subject-erased");
            looks.Record(write, actor, check.GroupId, LookKind.Identity, reason, target: $"photo-check/{check.Id}");
            return SubjectView.Clear(identity);
        }, cancellationToken);
    }
}
