using System.Runtime.CompilerServices;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Exporting;

/// <summary>An entry with what the vendor knows its call by.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="VerifyLogId">The vendor's id of the call; null where the charge belongs to no attempt, or the vendor named none.</param>
public sealed record ChargeLine(LedgerEntry Entry, string? VerifyLogId);

/// <summary>Entries that are read as they are taken away.</summary>
public sealed record ChargeFile(IAsyncEnumerable<ChargeLine> Lines);

/// <summary>A part of the ledger to be laid before the vendor or a bookkeeper: each charge with its time and the vendor's own id of the call.</summary>
public sealed class ChargeExport(PortalStore store, LedgerQueries queries, AuditTrail audit)
{
    private const int AtOnce = 1000;

    public async Task<Result<ChargeFile>> TakeAsync(Actor actor, LedgerFilter filter, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        return await store.WriteAsync<ChargeFile>(write =>
        {
            audit.Record(write, actor, AuditAction.ChargesExported, $"month/{filter.From:yyyy-MM}");
            return Task.FromResult<Result<ChargeFile>>(new ChargeFile(LinesAsync(actor, filter, cancellationToken)));
        }, cancellationToken);
    }

    private async IAsyncEnumerable<ChargeLine> LinesAsync(Actor actor, LedgerFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LedgerPlace? place = null;
        do
        {
            var page = (await queries.PageAsync(actor, filter, place, AtOnce, cancellationToken)).Value;
            var known = await LogIdsAsync(page.Items, cancellationToken);
            foreach (var entry in page.Items)
                yield return new ChargeLine(entry, known.GetValueOrDefault((entry.VerifyTokenId, entry.Order)));
            place = page.Next;
        }
        while (place is not null);
    }

    private async Task<Dictionary<(Guid, int), string?>> LogIdsAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var tokens = entries.Select(entry => entry.VerifyTokenId).Distinct().ToList();
        await using var db = await store.ReadAsync(cancellationToken);
        var known = await db.Set<Attempt>().Where(attempt => tokens.Contains(attempt.VerifyTokenId))
            .Select(attempt => new { attempt.VerifyTokenId, attempt.Order, attempt.VerifyLogId })
            .ToDictionaryAsync(attempt => (attempt.VerifyTokenId, attempt.Order), attempt => attempt.VerifyLogId, cancellationToken);
        var checks = entries.Where(entry => entry.Type.IsPhotoCheck()).Select(entry => entry.VerifyTokenId).Distinct().ToList();
        foreach (var check in await db.Set<PhotoCheck>().Where(check => checks.Contains(check.Id)).Select(check => new { check.Id, check.RequestId }).ToListAsync(cancellationToken))
            known[(check.Id, PhotoCheck.ChargeOrder)] = check.RequestId;
        return known;
    }
}
