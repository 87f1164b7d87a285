using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Appends charges. The same charge told again is the same entry.</summary>
public sealed class LedgerBook(AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public async Task PostAsync(
        PortalWrite write, Guid sessionId, Guid verifyTokenId, IEnumerable<Charge> charges,
        Func<ChargeType, long> unitPrice, CancellationToken cancellationToken)
    {
        var entries = write.Set<LedgerEntry>();
        var known = await entries.Where(entry => entry.VerifyTokenId == verifyTokenId)
            .Select(entry => new { entry.Order, entry.Type }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var charge in charges.DistinctBy(charge => new { charge.Order, charge.Type }))
        {
            if (known.Contains(new { charge.Order, charge.Type }))
                continue;
            entries.Add(new LedgerEntry
            {
                Id = entropy.NewId(clock),
                SessionId = sessionId,
                VerifyTokenId = verifyTokenId,
                Order = charge.Order,
                Type = charge.Type,
                RawType = charge.RawType,
                Quantity = charge.Quantity,
                UnitPrice = unitPrice(charge.Type),
                ChargedAtUtc = charge.ChargedAtUtc ?? now,
                RecordedAtUtc = now,
            });
            audit.Record(write, Actor.System, AuditAction.ChargeRecorded, $"session/{sessionId}", $"{charge.Order}/{charge.Type}");
        }
    }
}
