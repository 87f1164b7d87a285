using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks.Asking;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>Where photo checks begin. What is refused here was asked of nobody and cost nothing.</summary>
public sealed class PhotoCheckService(
    PortalStore store, PhotoCheckRules rules, CheckedPeople people, CheckPlanner planner, CheckMaker maker, CheckRunner runner,
    SubjectErasure erasure, StepUp stepUp)
{
    public const string Topic = "photo-check";

    /// <summary>Answers when every vendor has ended; each is waited for by itself, and who goes away stops none.</summary>
    public async Task<Result<MadePhotoChecks>> CheckAsync(Actor actor, NewPhotoCheck wanted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CheckPhotos) is { } denied)
            return denied;
        if (rules.Check(wanted) is { Count: > 0 } errors)
            return errors;
        var person = await people.FindAsync(wanted, cancellationToken);
        if (!person.Ok)
            return person.Errors.ToList();
        var planned = await planner.PlanAsync(wanted, cancellationToken);
        if (!planned.Ok)
            return planned.Errors.ToList();
        var made = await maker.AddAsync(actor, wanted, person.Value, planned.Value, cancellationToken);
        if (!made.Ok)
            return made.Errors.ToList();
        await Task.WhenAll(made.Value.Zip(planned.Value, (id, plan) => runner.AskAsync(id, person.Value, wanted.Photo, plan)));
        return new MadePhotoChecks(made.Value[0], made.Value);
    }

    /// <summary>Erases the person of a check, and of everything else they are known by.</summary>
    public async Task<Result<IReadOnlyList<Guid>>> ErasePersonAsync(Actor actor, Guid checkId, string reason, CancellationToken cancellationToken)
    {
        if (stepUp.Lacks(actor, Permission.EraseSubjects) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var subject = await db.Set<PhotoCheck>().Where(check => check.Id == checkId).Select(check => (Guid?)check.SubjectId).SingleOrDefaultAsync(cancellationToken);
        return subject is { } id ? await erasure.EraseAsync(actor, id, reason, cancellationToken) : new PortalError("photo-check-unknown");
    }
}
