namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>Goes up the steps of one price list: what the next calls of a type cost, after those of the month before them.</summary>
internal static class PriceScale
{
    /// <param name="terms">The price list.</param>
    /// <param name="type">The call that is charged.</param>
    /// <param name="day">The day it was charged on, in Beijing.</param>
    /// <param name="quantity">How many calls.</param>
    /// <param name="free">How many have been given away; moved on.</param>
    /// <param name="units">How many have been priced in that month; moved on.</param>
    public static Price Take(PriceListTerms terms, ChargeType type, DateOnly day, int quantity, PriceVolume free, PriceVolume units)
    {
        var given = Math.Min(quantity, Math.Max(0, (terms.Free.FirstOrDefault(one => one.Type == type)?.Units ?? 0) - free.Units));
        free.Units += given;
        long? first = null;
        var amount = 0L;
        for (var left = quantity - given; left > 0;)
        {
            var line = terms.Lines.FirstOrDefault(line => line.Type == type && line.IsInForceOn(day) && line.IsFor(units.Units + 1));
            var step = line?.UntilUnit is { } last ? Math.Min(left, last - units.Units) : left;
            first ??= line?.UnitPrice ?? 0;
            amount += (line?.UnitPrice ?? 0) * step;
            units.Units += step;
            left -= step;
        }
        return new Price(first ?? 0, amount);
    }
}
