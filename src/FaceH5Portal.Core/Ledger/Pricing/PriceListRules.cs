using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Months;

namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>Every call of a priced type has exactly one price, on every day from today on and at any volume.</summary>
public static class PriceListRules
{
    public const int LongestName = 100;
    public const int MostLines = 200;
    public const long HighestPrice = 10_000_000;

    /// <param name="terms">The list as it is to be.</param>
    /// <param name="today">The day it is in Beijing.</param>
    /// <param name="replaced">What it was until now; null for a new one.</param>
    public static List<PortalError> Check(PriceListTerms terms, DateOnly today, PriceListTerms? replaced = null)
    {
        var errors = new List<PortalError>();
        if (string.IsNullOrWhiteSpace(terms.Name))
            errors.Add(new PortalError("text-required", nameof(PriceListTerms.Name)));
        else if (terms.Name.Length > LongestName)
            errors.Add(new PortalError("text-too-long", nameof(PriceListTerms.Name), LongestName));
        if (terms.Lines.Count is 0 or > MostLines)
            errors.Add(new PortalError("price-lines", nameof(PriceListTerms.Lines), MostLines));
        errors.AddRange(terms.Lines.Index().SelectMany(line => OfLine(line.Index + 1, line.Item)));
        if (terms.Free.Any(free => free.Units < 0 || free.Type == ChargeType.Unknown) || terms.Free.DistinctBy(free => free.Type).Count() < terms.Free.Count)
            errors.Add(new PortalError("price-free-units", nameof(PriceListTerms.Free)));
        // Ends that are no ends would only make gaps of their own.
        if (errors.Count == 0)
            errors.AddRange(terms.Lines.GroupBy(line => line.Type).SelectMany(lines => OfType(lines.Key, [.. lines], Since(lines.Key, today, replaced))));
        return errors;
    }

    private static IEnumerable<PortalError> OfLine(int number, PriceLine line)
    {
        if (line.Type == ChargeType.Unknown)
            yield return new PortalError("price-line-type", nameof(PriceListTerms.Lines), number);
        if (line.Until < line.From || line.From.Year is < 2000 or > 2200 || line.Until is { Year: > 2200 })
            yield return new PortalError("price-line-days", nameof(PriceListTerms.Lines), number);
        if (line.FromUnit < 1 || line.UntilUnit < line.FromUnit || line.UntilUnit == int.MaxValue)
            yield return new PortalError("price-line-units", nameof(PriceListTerms.Lines), number);
        if (line.UnitPrice is < 0 or > HighestPrice)
            yield return new PortalError("price-line-price", nameof(PriceListTerms.Lines), number);
    }

    /// <summary>Days that had a price keep one while the vendor may still tell of their charges.</summary>
    private static DateOnly Since(ChargeType type, DateOnly today, PriceListTerms? replaced)
    {
        var priced = replaced?.Lines.Where(line => line.Type == type && line.From <= today).Select(line => line.From).DefaultIfEmpty(today).Min() ?? today;
        var told = today.AddDays(-MonthDesk.DaysUntilAllIsTold);
        return priced < told ? told : priced;
    }

    /// <summary>The days on which something changes cut time into pieces; in each of them the units must follow one another.</summary>
    private static IEnumerable<PortalError> OfType(ChargeType type, List<PriceLine> lines, DateOnly since)
    {
        var changes = lines.Select(line => line.From)
            .Concat(lines.Where(line => line.Until is not null).Select(line => line.Until!.Value.AddDays(1))).Distinct().Order().ToList();
        if (changes[0] > since)
            yield return new PortalError("price-gap", nameof(PriceListTerms.Lines), type, Text(since), 1);
        foreach (var day in changes)
            if (OfDay(type, day, lines.Where(line => line.IsInForceOn(day)).OrderBy(line => line.FromUnit)) is { } error)
                yield return error;
    }

    private static PortalError? OfDay(ChargeType type, DateOnly day, IEnumerable<PriceLine> inForce)
    {
        int? next = 1;
        foreach (var line in inForce)
        {
            if (next is null || line.FromUnit < next)
                return new PortalError("price-overlap", nameof(PriceListTerms.Lines), type, Text(day), line.FromUnit);
            if (line.FromUnit > next)
                break;
            next = line.UntilUnit + 1;
        }
        return next is { } unpriced ? new PortalError("price-gap", nameof(PriceListTerms.Lines), type, Text(day), unpriced) : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
