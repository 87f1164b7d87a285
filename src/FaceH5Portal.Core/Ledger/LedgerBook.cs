using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Ledger.Reconciling;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Appends charges. The same charge told again is the same entry, whatever has been reversed since.</summary>
public class LedgerBook(AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    /// <summary>Answers what of the token stands in the ledger now.</summary>
    public async Task<IReadOnlyList<PostedCharge>> PostAsync(
        PortalWrite write, ChargeOwner owner, IEnumerable<Charge> charges, CancellationToken cancellationToken)
    {
        var standing = KnownOf(write, owner.VerifyTokenId).GroupBy(entry => new PostedCharge(entry.Order, entry.Type))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Quantity));
        foreach (var charge in charges)
        {
            if (!standing.TryAdd(new PostedCharge(charge.Order, charge.Type), charge.Quantity))
                continue;
            var chargedAtUtc = charge.ChargedAtUtc ?? clock.GetUtcNow().UtcDateTime;
            var price = await PriceBook.TakeAsync(write, owner.Tariff, charge, chargedAtUtc, cancellationToken);
            var bookedAtUtc = await MonthLock.BookedAtAsync(write, chargedAtUtc, clock, cancellationToken);
            var entry = Entry(owner, charge, chargedAtUtc, bookedAtUtc, price);
            Add(write, entry);
            audit.Record(write, Actor.System, AuditAction.ChargeRecorded, entry.AuditTarget, $"{charge.Order}/{charge.Type}");
        }
        return [.. standing.Where(charge => charge.Value > 0).Select(charge => charge.Key)];
    }

    protected virtual IReadOnlyList<LedgerEntry> KnownOf(PortalWrite write, Guid tokenId) =>
        write.Of<LedgerEntry>(nameof(LedgerEntry.VerifyTokenId), tokenId);

    /// <summary>The one place where an entry is added: what the day comes to moves with it.</summary>
    internal static void Add(PortalWrite write, LedgerEntry entry)
    {
        write.Add(entry);
        LedgerTotals.Move(write, entry);
    }

    private LedgerEntry Entry(ChargeOwner owner, Charge charge, DateTime chargedAtUtc, DateTime bookedAtUtc, Price price) => new()
    {
        Id = entropy.NewId(clock),
        SessionId = owner.SessionId,
        VerifyTokenId = owner.VerifyTokenId,
        PlanId = owner.PlanId,
        CostCentre = CostCentre.Of(owner.Reference),
        Avoidable = owner.Avoidable,
        Order = charge.Order,
        Type = charge.Type,
        RawType = charge.RawType,
        Quantity = charge.Quantity,
        UnitPrice = price.Unit,
        Amount = price.Amount,
        ChargedAtUtc = chargedAtUtc,
        BookedAtUtc = bookedAtUtc,
        RecordedAtUtc = clock.GetUtcNow().UtcDateTime,
    };
}
