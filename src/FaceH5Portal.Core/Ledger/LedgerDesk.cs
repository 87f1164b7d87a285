using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Pricing;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Takes back a charge that was none, or puts it at the price that was billed. What was written stays.</summary>
public sealed class LedgerDesk(PortalStore store, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "ledger";
    public const int LongestReason = 500;

    public Task<Result<Guid>> ReverseAsync(Actor actor, Guid entryId, string reason, CancellationToken cancellationToken) =>
        AmendAsync(actor, entryId, reason, null, cancellationToken);

    /// <param name="actor">Who answers for it.</param>
    /// <param name="entryId">The entry that stands.</param>
    /// <param name="unitPrice">What one call costs, in 1/10,000 CNY.</param>
    /// <param name="reason">Why; kept with both new entries.</param>
    /// <param name="cancellationToken">Gives up before it is written.</param>
    public Task<Result<Guid>> CorrectAsync(Actor actor, Guid entryId, long unitPrice, string reason, CancellationToken cancellationToken) =>
        AmendAsync(actor, entryId, reason, unitPrice, cancellationToken);

    private async Task<Result<Guid>> AmendAsync(
        Actor actor, Guid entryId, string reason, long? unitPrice, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(reason))
            return new PortalError("text-required", "Reason");
        if (reason.Length > LongestReason)
            return new PortalError("text-too-long", "Reason", LongestReason);
        if (unitPrice is < 0 or > PriceListRules.HighestPrice)
            return new PortalError("number-out-of-range", "UnitPrice", 0, PriceListRules.HighestPrice / Money.UnitsPerYuan);
        return await store.WriteAsync(write => WriteAsync(write, actor, entryId, reason.Trim(), unitPrice, cancellationToken), cancellationToken);
    }

    private async Task<Result<Guid>> WriteAsync(
        PortalWrite write, Actor actor, Guid entryId, string reason, long? unitPrice, CancellationToken cancellationToken)
    {
        var entries = write.Set<LedgerEntry>();
        var entry = await entries.AsNoTracking().SingleOrDefaultAsync(one => one.Id == entryId, cancellationToken);
        if (entry is null)
            return new PortalError(PortalError.NotFound);
        if (entry.ReversesId is not null || await entries.AnyAsync(one => one.ReversesId == entryId, cancellationToken))
            return new PortalError("entry-reversed");
        var bookedAtUtc = await MonthLock.BookedAtAsync(write, entry.BookedAtUtc, clock, cancellationToken);
        var reversal = Next(entry, entry.Revision + 1, -entry.Quantity, entry.UnitPrice, -entry.Amount, bookedAtUtc, reason, entry.Id);
        LedgerBook.Add(write, reversal);
        if (unitPrice is { } price)
            LedgerBook.Add(write, Next(entry, entry.Revision + 2, entry.Quantity, price, price * entry.Quantity, bookedAtUtc, reason, null));
        audit.Record(write, actor, unitPrice is null ? AuditAction.ChargeReversed : AuditAction.ChargeCorrected,
            entry.AuditTarget, $"{entry.Order}/{entry.Type}");
        write.Announce(new PortalChange(Topic, entry.SessionId));
        return reversal.Id;
    }

    /// <summary>It counts on the day of the charge, so that the month it belongs to is right, as long as that is open.</summary>
    private LedgerEntry Next(
        LedgerEntry entry, int revision, int quantity, long unitPrice, long amount, DateTime bookedAtUtc, string reason, Guid? reversesId) => new()
        {
            Id = entropy.NewId(clock),
            SessionId = entry.SessionId,
            VerifyTokenId = entry.VerifyTokenId,
            PlanId = entry.PlanId,
            CostCentre = entry.CostCentre,
            Avoidable = entry.Avoidable,
            Order = entry.Order,
            Type = entry.Type,
            Revision = revision,
            ReversesId = reversesId,
            RawType = entry.RawType,
            Quantity = quantity,
            UnitPrice = unitPrice,
            Amount = amount,
            ChargedAtUtc = entry.ChargedAtUtc,
            BookedAtUtc = bookedAtUtc,
            RecordedAtUtc = clock.GetUtcNow().UtcDateTime,
            Reason = reason,
        };
}
