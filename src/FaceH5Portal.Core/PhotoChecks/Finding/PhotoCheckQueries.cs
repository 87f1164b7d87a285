using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.PhotoChecks.Finding;

/// <summary>Checks by their facts, a page at a time, and all that is known of one. The person is masked, whoever reads it.</summary>
public sealed class PhotoCheckQueries(PortalStore store, SubjectVault subjects, SubjectFinder finder)
{
    public async Task<Result<PhotoCheckPage>> FindAsync(Actor actor, PhotoCheckFilter filter, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.SeeSessions) ?? (filter.Person is null ? null : actor.Lacks(Permission.SeePersonalData))) is { } denied)
            return denied;
        var limit = Math.Clamp(filter.Limit, 1, PhotoCheckFilter.MostAtOnce);
        await using var db = await store.ReadAsync(cancellationToken);
        // One more than asked for tells whether there is a next page.
        var found = await Matching(db, filter).OrderByDescending(check => check.CreatedAtUtc).ThenByDescending(check => check.Id)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = found.Take(limit).ToList();
        var people = page.Select(check => check.SubjectId).Distinct().ToList();
        var known = await db.Set<Subject>().AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        return new PhotoCheckPage(page.ConvertAll(check => new PhotoCheckRow(check, Masked(known[check.SubjectId]))),
            found.Count > limit ? new PhotoCheckPlace(page[^1].CreatedAtUtc, page[^1].Id) : null);
    }

    public async Task<Result<PhotoCheckDetail>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var check = await db.Set<PhotoCheck>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (check is null)
            return new PortalError("photo-check-unknown");
        var subject = await db.Set<Subject>().AsNoTracking().SingleAsync(one => one.Id == check.SubjectId, cancellationToken);
        var items = await db.Set<EvidenceItem>().AsNoTracking().Where(one => one.Id == check.PhotoId || one.Id == check.AnswerId).ToListAsync(cancellationToken);
        return new PhotoCheckDetail
        {
            Check = check,
            Group = [.. (await db.Set<PhotoCheck>().AsNoTracking().Where(one => one.GroupId == check.GroupId).ToListAsync(cancellationToken)).OrderBy(one => one.Vendor)],
            Subject = Masked(subject),
            Photo = items.Single(item => item.Id == check.PhotoId),
            Answer = items.Find(item => item.Id == check.AnswerId),
            ConsentText = (await db.Set<ConsentText>().AsNoTracking().SingleAsync(text => text.Sha256 == check.ConsentSha256, cancellationToken)).Text,
            Charges = actor.May(Permission.SeeMoney) ? await ChargesAsync(db, id, cancellationToken) : [],
            IsErased = subject.IsErased,
        };
    }

    private static Task<List<LedgerEntry>> ChargesAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) => db.Set<LedgerEntry>()
        .AsNoTracking().Where(entry => entry.VerifyTokenId == id).OrderBy(entry => entry.Revision).ToListAsync(cancellationToken);

    private IQueryable<PhotoCheck> Matching(PortalDbContext db, PhotoCheckFilter filter)
    {
        var checks = db.Set<PhotoCheck>().AsNoTracking();
        if (filter.Vendor is { } vendor)
            checks = checks.Where(check => check.Vendor == vendor);
        if (filter.State is { } state)
            checks = state == PhotoCheckState.Answered ? checks.Where(check => check.State == PhotoCheckState.Answered)
                // Said twice so that the index of the few is used.
                : checks.Where(check => check.State == state && check.State != PhotoCheckState.Answered);
        if (filter.Outcome is { } outcome)
            checks = checks.Where(check => check.Outcome == outcome);
        if (filter.Reference is { } reference)
            checks = checks.Where(check => check.Reference == reference);
        if (filter.SessionId is { } session)
            checks = checks.Where(check => check.SessionId == session);
        if (filter.Person is { } person)
            checks = finder.Find(db.Set<Subject>(), person).Join(checks, subject => subject.Id, check => check.SubjectId, (_, check) => check);
        return InTime(checks, filter);
    }

    private static IQueryable<PhotoCheck> InTime(IQueryable<PhotoCheck> checks, PhotoCheckFilter filter)
    {
        if (filter.FromUtc is { } from)
            checks = checks.Where(check => check.CreatedAtUtc >= from);
        if (filter.BeforeUtc is { } before)
            checks = checks.Where(check => check.CreatedAtUtc < before);
        return filter.After is { } place ? checks.Where(check => check.CreatedAtUtc < place.CreatedAtUtc
            || (check.CreatedAtUtc == place.CreatedAtUtc && check.Id.CompareTo(place.Id) < 0)) : checks;
    }

    private SubjectView? Masked(Subject subject) => subjects.IdentityOf(subject) is { } identity ? SubjectView.Masked(identity) : null;
}
