using System.Runtime.CompilerServices;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Which part of the audit is looked at; all of it where nothing is said.</summary>
public sealed record AuditFilter
{
    public DateTime? FromUtc { get; init; }

    public DateTime? BeforeUtc { get; init; }

    public string? ActorId { get; init; }

    public AuditAction? Action { get; init; }

    public string? Target { get; init; }
}

/// <summary>Entries newest first, and before which number the next page begins.</summary>
public sealed record AuditPart(IReadOnlyList<AuditEntry> Items, long? Next);

/// <summary>Entries that are read as they are taken away.</summary>
public sealed record AuditExport(IAsyncEnumerable<AuditEntry> Entries);

/// <summary>Reads the audit. That somebody takes it away is an entry of its own.</summary>
public sealed class AuditQueries(PortalStore store, AuditTrail audit, AuditVerifier verifier)
{
    private const int AtOnce = 1000;

    public async Task<Result<AuditPart>> PageAsync(Actor actor, AuditFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ReadAudit) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await ReadAsync(await BoundAsync(db, filter, before, cancellationToken), limit, cancellationToken);
    }

    /// <summary>All of it, newest first, as it stood when it was asked for.</summary>
    public async Task<Result<AuditExport>> TakeAsync(Actor actor, AuditFilter filter, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ReadAudit) is { } denied)
            return denied;
        return await store.WriteAsync<AuditExport>(write =>
        {
            audit.Record(write, actor, AuditAction.AuditExported, "audit");
            return Task.FromResult<Result<AuditExport>>(new AuditExport(AllAsync(filter, cancellationToken)));
        }, cancellationToken);
    }

    public async Task<Result<AuditVerdict>> VerifyAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ReadAudit) is { } denied)
            return denied;
        return await verifier.VerifyAsync(cancellationToken);
    }

    private async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long? before = long.MaxValue; before is not null;)
        {
            await using var db = await store.ReadAsync(cancellationToken);
            var page = await ReadAsync(await BoundAsync(db, filter, before, cancellationToken), AtOnce, cancellationToken);
            foreach (var entry in page.Items)
                yield return entry;
            before = page.Next;
        }
    }

    private static async Task<AuditPart> ReadAsync(IQueryable<AuditEntry> entries, int limit, CancellationToken cancellationToken)
    {
        // One more than asked for tells whether there is a next page.
        var found = await entries.OrderByDescending(entry => entry.Sequence).Take(limit + 1).ToListAsync(cancellationToken);
        var page = found.Take(limit).ToList();
        return new AuditPart(page, found.Count > limit ? page[^1].Sequence : null);
    }

    private static async Task<IQueryable<AuditEntry>> BoundAsync(PortalDbContext db, AuditFilter filter, long? before, CancellationToken cancellationToken)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (filter.FromUtc is { } from && await AuditTimes.FirstSinceAsync(db, from, cancellationToken) is var first)
            entries = entries.Where(entry => entry.Sequence >= first && entry.OccurredAtUtc >= from);
        if (filter.BeforeUtc is { } until && await AuditTimes.FirstSinceAsync(db, until, cancellationToken) is var end)
            entries = entries.Where(entry => entry.Sequence < end && entry.OccurredAtUtc < until);
        if (before is { } place)
            entries = entries.Where(entry => entry.Sequence < place);
        // The portal and the people of links make nearly all entries; the index of the others is small because it leaves them out.
        if (filter.ActorId is { } actor)
            entries = actor == Actor.System.Id || actor == Actor.EndUser.Id ? entries.Where(entry => entry.ActorId == actor)
                : entries.Where(entry => entry.ActorId == actor && entry.ActorId != "system" && entry.ActorId != "end-user");
        if (filter.Action is { } action)
            entries = entries.Where(entry => entry.Action == action);
        return filter.Target is { } target ? entries.Where(entry => entry.Target == target) : entries;
    }
}
