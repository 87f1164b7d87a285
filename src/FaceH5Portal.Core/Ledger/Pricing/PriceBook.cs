using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>Finds the price in force and moves the volume it depends on, in the write that posts the charge.</summary>
internal static class PriceBook
{
    public static async Task<Price> TakeAsync(PortalWrite write, Tariff tariff, Charge charge, DateTime chargedAtUtc, CancellationToken cancellationToken)
    {
        if (tariff.PriceListId is not { } id || await write.Set<PriceList>().FindAsync([id], cancellationToken) is not { } list)
            return Price.Flat(tariff.OwnPriceOf(charge.Type), charge.Quantity);
        var day = ChinaDate.Of(chargedAtUtc);
        var free = VolumeOf(write, id, charge.Type, PriceVolume.FreeMonth);
        var units = VolumeOf(write, id, charge.Type, PriceVolume.MonthOf(day));
        return PriceScale.Take(list.Terms, charge.Type, day, charge.Quantity, free, units);
    }

    /// <summary>What one more call would cost. Moves nothing; what is free now may be gone when the call comes, so it is not counted.</summary>
    public static async Task<long> NextAsync(PortalDbContext db, Tariff tariff, ChargeType type, DateOnly day, CancellationToken cancellationToken)
    {
        if (tariff.PriceListId is not { } id || await db.Set<PriceList>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } list)
            return tariff.OwnPriceOf(type);
        var month = PriceVolume.MonthOf(day);
        var units = await db.Set<PriceVolume>().AsNoTracking().SingleOrDefaultAsync(volume => volume.PriceListId == id && volume.Type == type && volume.Month == month, cancellationToken);
        return list.Terms.Lines.FirstOrDefault(line => line.Type == type && line.IsInForceOn(day) && line.IsFor((units?.Units ?? 0) + 1))?.UnitPrice ?? 0;
    }

    private static PriceVolume VolumeOf(PortalWrite write, Guid listId, ChargeType type, int month) =>
        write.FindOrAdd(new PriceVolume { PriceListId = listId, Type = type, Month = month });
}
