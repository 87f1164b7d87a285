using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Overview;

/// <summary>
/// Finds the days that need counting. Whatever changes a session leaves an audit entry in the same transaction, so the
/// trail, read from a mark on, misses nothing: neither what came late nor what was committed just before a kill.
/// </summary>
public sealed class DirtyDays(PortalStore store, OverviewZone zone, TimeProvider clock)
{
    private const int AtOnce = 500;
    private const string SessionTarget = "session/";

    public async Task<DateOnly?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        // The latest first: somebody is looking at today.
        return await db.Set<DirtyDay>().OrderByDescending(day => day.Day).Select(day => (DateOnly?)day.Day).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Reads on from the mark; whether there may be more.</summary>
    public async Task<bool> NoteAsync(CancellationToken cancellationToken)
    {
        await using (var db = await store.ReadAsync(cancellationToken))
        {
            var known = await db.Set<OverviewMark>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (known?.Zone == zone.Zone.Id && !await db.Set<AuditEntry>().AnyAsync(entry => entry.Sequence > known.Sequence, cancellationToken))
                return false;
        }
        var noted = await store.WriteAsync<bool>(async write =>
        {
            var mark = await write.Set<OverviewMark>().SingleOrDefaultAsync(cancellationToken);
            if (mark?.Zone != zone.Zone.Id)
            {
                await BeginAnewAsync(write, mark, cancellationToken);
                return true;
            }
            var entries = await write.Set<AuditEntry>().Where(entry => entry.Sequence > mark.Sequence).OrderBy(entry => entry.Sequence)
                .Take(AtOnce).Select(entry => new { entry.Sequence, entry.Target }).ToListAsync(cancellationToken);
            if (entries.Count > 0)
                mark.Sequence = entries[^1].Sequence;
            await AddAsync(write, await DaysAsync(write, [.. entries.Select(entry => SessionOf(entry.Target)).OfType<Guid>().Distinct()], cancellationToken), cancellationToken);
            return entries.Count == AtOnce;
        }, cancellationToken);
        return noted is { Ok: true, Value: true };
    }

    /// <summary>A database from before there were counts, or days of another zone: every day there ever was.</summary>
    private async Task BeginAnewAsync(PortalWrite write, OverviewMark? mark, CancellationToken cancellationToken)
    {
        await write.Set<DayFacts>().ExecuteDeleteAsync(cancellationToken);
        await write.Set<DirtyDay>().ExecuteDeleteAsync(cancellationToken);
        if (mark is not null)
            write.Set<OverviewMark>().Remove(mark);
        var last = await write.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Sequence, cancellationToken) ?? 0;
        write.Set<OverviewMark>().Add(new OverviewMark { Zone = zone.Zone.Id, Sequence = last });
        var first = await write.Set<VerificationSession>().MinAsync(s => (DateTime?)s.CreatedAtUtc, cancellationToken);
        var today = zone.DayOf(clock.GetUtcNow().UtcDateTime);
        for (var day = first is { } utc ? zone.DayOf(utc) : today; day <= today; day = day.AddDays(1))
            write.Set<DirtyDay>().Add(new DirtyDay { Day = day });
    }

    private async Task<HashSet<DateOnly>> DaysAsync(PortalWrite write, List<Guid> sessions, CancellationToken cancellationToken)
    {
        if (sessions.Count == 0)
            return [];
        var lives = await write.Set<VerificationSession>().Where(s => sessions.Contains(s.Id))
            .Select(s => new { s.CreatedAtUtc, s.FinishedAtUtc }).ToListAsync(cancellationToken);
        var verified = await write.Set<Attempt>().Where(a => sessions.Contains(a.SessionId)).Select(a => a.VerifiedAtUtc).ToListAsync(cancellationToken);
        var charged = await write.Set<LedgerEntry>().Where(e => sessions.Contains(e.SessionId)).Select(e => e.BookedAtUtc).ToListAsync(cancellationToken);
        return [.. lives.Select(life => life.CreatedAtUtc).Concat(lives.Select(life => life.FinishedAtUtc ?? life.CreatedAtUtc))
            .Concat(verified).Concat(charged).Select(zone.DayOf)];
    }

    private static async Task AddAsync(PortalWrite write, HashSet<DateOnly> days, CancellationToken cancellationToken)
    {
        var known = await write.Set<DirtyDay>().Where(day => days.Contains(day.Day)).Select(day => day.Day).ToListAsync(cancellationToken);
        write.Set<DirtyDay>().AddRange(days.Except(known).Select(day => new DirtyDay { Day = day }));
    }

    private static Guid? SessionOf(string target) =>
        target.StartsWith(SessionTarget, StringComparison.Ordinal) && Guid.TryParse(target.AsSpan(SessionTarget.Length), out var id) ? id : null;
}
