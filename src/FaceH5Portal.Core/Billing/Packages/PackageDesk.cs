using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Packages;

/// <summary>A package as it was bought.</summary>
public sealed record NewPackage(ChargeType Type, int Units, DateOnly From, DateOnly? Until);

/// <summary>Notes what was bought ahead, and tells how long it will last.</summary>
public sealed class PackageDesk(PortalStore store, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "package";
    public const int MostUnits = 100_000_000;

    /// <summary>Longer than any package; a slip of the year is caught by it.</summary>
    private const int MostYears = 10;

    /// <summary>What is over soonest first, those long over left out.</summary>
    public async Task<Result<IReadOnlyList<PackageView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeMoney) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var packages = await db.Set<CallPackage>().AsNoTracking().ToListAsync(cancellationToken);
        if (packages.Count == 0)
            return Array.Empty<PackageView>();
        var (today, first) = (ChinaDate.Today(clock), packages.Min(package => package.From));
        var since = first < today.AddDays(-PackageForecast.PaceDays) ? first : today.AddDays(-PackageForecast.PaceDays);
        var calls = (await db.Set<LedgerTotal>().Where(total => total.Day >= since).GroupBy(total => new { total.Type, total.Day })
            .Select(group => new { group.Key.Type, group.Key.Day, Calls = group.Sum(total => total.Quantity) }).ToListAsync(cancellationToken))
            .ToLookup(sum => sum.Type);
        return packages.GroupBy(package => package.Type).OrderBy(group => group.Key)
            .SelectMany(group => PackageForecast.Of(group, calls[group.Key].ToDictionary(sum => sum.Day, sum => sum.Calls), today)).ToList();
    }

    public async Task<Result<Guid>> AddAsync(Actor actor, NewPackage wanted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        if (Faults(wanted) is { Count: > 0 } faults)
            return faults;
        return await store.WriteAsync<Guid>(write =>
        {
            var package = new CallPackage
            {
                Id = entropy.NewId(clock),
                Type = wanted.Type,
                Units = wanted.Units,
                From = wanted.From,
                Until = wanted.Until,
                CreatedAtUtc = clock.GetUtcNow().UtcDateTime,
            };
            write.Set<CallPackage>().Add(package);
            Tell(write, actor, AuditAction.PackageAdded, package.Id, $"{wanted.Type} {wanted.Units}");
            return Task.FromResult<Result<Guid>>(package.Id);
        }, cancellationToken);
    }

    public async Task<Result<Guid>> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            if (await write.Set<CallPackage>().Where(package => package.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
                return new PortalError(PortalError.NotFound);
            Tell(write, actor, AuditAction.PackageRemoved, id, null);
            return id;
        }, cancellationToken);
    }

    private List<PortalError> Faults(NewPackage wanted)
    {
        var (faults, today) = (new List<PortalError>(), ChinaDate.Today(clock));
        if (wanted.Type == ChargeType.Unknown || !Enum.IsDefined(wanted.Type))
            faults.Add(new PortalError("package-type", nameof(NewPackage.Type)));
        if (wanted.Units is < 1 or > MostUnits)
            faults.Add(new PortalError("number-out-of-range", nameof(NewPackage.Units), 1, MostUnits));
        if (wanted.Until < wanted.From || wanted.From < today.AddYears(-MostYears) || wanted.From > today.AddYears(MostYears)
            || wanted.Until > today.AddYears(MostYears))
            faults.Add(new PortalError("package-days", nameof(NewPackage.From)));
        return faults;
    }

    private void Tell(PortalWrite write, Actor actor, AuditAction action, Guid id, string? note)
    {
        audit.Record(write, actor, action, $"package/{id}", note);
        write.Announce(new PortalChange(Topic, id));
    }
}
