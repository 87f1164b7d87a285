using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Counting;

/// <summary>How many people's faces are stored now, and what follows from it.</summary>
/// <param name="People">Distinct persons; who gave no number is one of their own.</param>
/// <param name="Marks">Which shares of the number to be filed were reached, and when first.</param>
/// <param name="FileBy">The last day for the filing, in Beijing; null while it is not due.</param>
/// <param name="WorkingDaysLeft">Until then; fewer than none when it is past.</param>
public sealed record HeadCountView(int People, IReadOnlyList<HeadCountMark> Marks, DateOnly? FileBy, int? WorkingDaysLeft);

/// <summary>Counts the people whose faces are stored, by the keyed hash of their number. From 100,000 on the business has to file.</summary>
public sealed class HeadCount(PortalStore store, WorkingDays working, TimeProvider clock)
{
    public const int Filing = 100_000;

    public const int FilingWorkingDays = 30;

    public static readonly IReadOnlyList<int> Levels = [50, 80, 100];

    public async Task<Result<HeadCountView>> GetAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var marks = await db.Set<HeadCountMark>().AsNoTracking().OrderBy(mark => mark.Level).ToListAsync(cancellationToken);
        DateOnly? fileBy = marks.Find(mark => mark.Level == Levels[^1]) is { } reached
            ? working.After(ChinaDate.Of(reached.ReachedAtUtc), FilingWorkingDays) : null;
        return new HeadCountView(await CountAsync(db, cancellationToken), marks, fileBy,
            fileBy is { } day ? working.Left(ChinaDate.Today(clock), day) : null);
    }

    /// <summary>Notes which shares are reached now and were not before.</summary>
    public async Task MarkAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var people = await CountAsync(db, cancellationToken);
        var known = await db.Set<HeadCountMark>().Select(mark => mark.Level).ToListAsync(cancellationToken);
        var reached = ReachedBy(people).Except(known).ToList();
        if (reached.Count > 0)
            await store.WriteAsync<int>(write =>
            {
                foreach (var level in reached)
                    write.Set<HeadCountMark>().Add(new HeadCountMark { Level = level, ReachedAtUtc = clock.GetUtcNow().UtcDateTime });
                return Task.FromResult<Result<int>>(reached.Count);
            }, cancellationToken);
    }

    public static IEnumerable<int> ReachedBy(int people) => Levels.Where(level => people >= (long)Filing * level / 100);

    // One index holds just what is stored and no answer, so that this costs the faces there are and not all that ever were.
    private static async Task<int> CountAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var faces = db.Set<EvidenceItem>().Where(item => item.BlobId != null && item.Kind != EvidenceKind.Answer)
            .Join(db.Set<Subject>(), item => item.SubjectId, subject => subject.Id, (_, subject) => subject);
        return await faces.Where(subject => subject.NumberIndex != null).Select(subject => subject.NumberIndex).Distinct().CountAsync(cancellationToken)
            + await faces.Where(subject => subject.NumberIndex == null).Select(subject => subject.Id).Distinct().CountAsync(cancellationToken);
    }
}
