using System.Globalization;
using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Billing.Bills;

/// <summary>A month's bill beside its ledger.</summary>
/// <param name="Bill">Null while none was imported; then nothing is matched.</param>
/// <param name="Matches">By day and type.</param>
/// <param name="Mapping">How the next bill will be read.</param>
public sealed record MatchedBill(Bill? Bill, IReadOnlyList<BillMatch> Matches, BillMapping Mapping);

/// <summary>Takes the vendor's monthly bill in, whole or not at all, and lays it beside the ledger.</summary>
public sealed class BillDesk(PortalStore store, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<MatchedBill>> MatchAsync(
        Actor actor, DateOnly month, CancellationToken cancellationToken, BillVendor vendor = BillVendor.Baidu)
    {
        if (actor.Lacks(Permission.AuditCharges) is { } denied)
            return denied;
        var filter = LedgerFilter.OfMonth(LedgerFilter.MonthOf(month));
        await using var db = await store.ReadAsync(cancellationToken);
        var (id, types) = (SavedBillMapping.IdOf(vendor), BillVendors.TypesOf(vendor));
        var saved = await db.Set<SavedBillMapping>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        var mapping = saved?.Mapping ?? BillMapping.UsualOf(vendor);
        var bill = await db.Set<Bill>().AsNoTracking().SingleOrDefaultAsync(one => one.Vendor == vendor && one.First == filter.From, cancellationToken);
        if (bill is null)
            return new MatchedBill(null, [], mapping);
        var lines = await db.Set<BillLine>().AsNoTracking()
            .Where(line => line.Day >= filter.From && line.Day <= filter.Until && types.Contains(line.Type)).ToListAsync(cancellationToken);
        var totals = await db.Set<LedgerTotal>().AsNoTracking()
            .Where(total => total.Day >= filter.From && total.Day <= filter.Until && types.Contains(total.Type)).ToListAsync(cancellationToken);
        return new MatchedBill(bill, BillMatch.Of(lines, new LedgerSums(totals)), mapping);
    }

    /// <summary>In the place of what was imported for that month before. The mapping is kept for the next one.</summary>
    public async Task<Result<int>> ImportAsync(
        Actor actor, DateOnly month, byte[] file, BillMapping mapping, CancellationToken cancellationToken, BillVendor vendor = BillVendor.Baidu)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        // Another vendor's line would stand in no comparison.
        if (mapping.Items.FirstOrDefault(item => BillVendors.Of(item.Type) != vendor) is { } foreign)
            return new PortalError("bill-item-vendor", "Items", foreign.Word);
        var first = LedgerFilter.MonthOf(month);
        var last = first.AddMonths(1).AddDays(-1);
        var read = BillReader.Read(file, first, mapping);
        if (!read.Ok)
            return read.Errors.ToList();
        var types = BillVendors.TypesOf(vendor);
        return await store.WriteAsync<int>(async write =>
        {
            if (await write.Set<LedgerMonth>().FindAsync([first], cancellationToken) is { IsClosed: true })
                return new PortalError("month-closed");
            await write.Set<BillLine>().Where(line => line.Day >= first && line.Day <= last && types.Contains(line.Type)).ExecuteDeleteAsync(cancellationToken);
            write.Set<BillLine>().AddRange(read.Value);
            if (await write.Set<Bill>().FindAsync([vendor, first], cancellationToken) is not { } bill)
                write.Set<Bill>().Add(bill = new Bill { Vendor = vendor, First = first });
            (bill.Sha256, bill.ImportedBy, bill.ImportedAtUtc) = (Convert.ToHexStringLower(SHA256.HashData(file)), actor.Id, clock.GetUtcNow().UtcDateTime);
            await KeepAsync(write, vendor, mapping, cancellationToken);
            var note = vendor == BillVendor.Baidu ? bill.Sha256 : $"{vendor} {bill.Sha256}";
            audit.Record(write, actor, AuditAction.BillImported, $"month/{first.ToString("yyyy-MM", CultureInfo.InvariantCulture)}", note);
            write.Announce(new PortalChange(MonthDesk.Topic, Guid.Empty));
            return read.Value.Count;
        }, cancellationToken);
    }

    private static async Task KeepAsync(PortalWrite write, BillVendor vendor, BillMapping mapping, CancellationToken cancellationToken)
    {
        if (await write.Set<SavedBillMapping>().FindAsync([SavedBillMapping.IdOf(vendor)], cancellationToken) is { } saved)
            saved.Mapping = mapping;
        else
            write.Set<SavedBillMapping>().Add(new SavedBillMapping { Id = SavedBillMapping.IdOf(vendor), Mapping = mapping });
    }
}
