using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>Keeps the price lists. What was charged keeps the price it was charged at.</summary>
public sealed class PriceDesk(PortalStore store, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "price-list";

    public async Task<Result<IReadOnlyList<PriceList>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var lists = await db.Set<PriceList>().AsNoTracking().ToListAsync(cancellationToken);
        return lists.OrderBy(list => list.Terms.Name, StringComparer.Ordinal).ThenBy(list => list.Id).ToList();
    }

    public async Task<Result<PriceList>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var list = await db.Set<PriceList>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        return list is null ? new PortalError(PortalError.NotFound) : list;
    }

    /// <summary>How far each month's volume has come, newest first.</summary>
    public async Task<Result<IReadOnlyList<PriceVolume>>> VolumesAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<PriceVolume>().AsNoTracking().Where(volume => volume.PriceListId == id)
            .OrderByDescending(volume => volume.Month).ThenBy(volume => volume.Type).Take(120).ToListAsync(cancellationToken);
    }

    public async Task<Result<Guid>> CreateAsync(Actor actor, PriceListTerms terms, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        if (PriceListRules.Check(terms, ChinaDate.Today(clock)) is { Count: > 0 } errors)
            return errors;
        return await store.WriteAsync<Guid>(write =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var list = new PriceList { Id = entropy.NewId(clock), Terms = terms, CreatedAtUtc = now, ChangedAtUtc = now, Version = 1 };
            write.Set<PriceList>().Add(list);
            audit.Record(write, actor, AuditAction.PriceListCreated, $"price-list/{list.Id}");
            write.Announce(new PortalChange(Topic, list.Id));
            return Task.FromResult<Result<Guid>>(list.Id);
        }, cancellationToken);
    }

    /// <summary>Refused when the list is no longer at <paramref name="expectedVersion"/>: somebody else saved it first.</summary>
    public async Task<Result<Guid>> ChangeAsync(
        Actor actor, Guid id, int expectedVersion, PriceListTerms terms, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            var list = await write.Set<PriceList>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
            if (list is null)
                return new PortalError(PortalError.NotFound);
            if (list.Version != expectedVersion)
                return new PortalError(PortalError.ChangedMeanwhile);
            if (PriceListRules.Check(terms, ChinaDate.Today(clock), list.Terms) is { Count: > 0 } errors)
                return errors;
            (list.Terms, list.ChangedAtUtc) = (terms, clock.GetUtcNow().UtcDateTime);
            list.Version++;
            audit.Record(write, actor, AuditAction.PriceListChanged, $"price-list/{id}", $"version {list.Version}");
            write.Announce(new PortalChange(Topic, id));
            return id;
        }, cancellationToken);
    }
}
