namespace FaceH5Portal.Core.Ledger;

/// <summary>Which part of the ledger is looked at; all of it where nothing is said.</summary>
public sealed record LedgerFilter
{
    /// <summary>Days as the vendor's bill counts them, both included.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public Guid? PlanId { get; init; }

    public ChargeType? Type { get; init; }

    public string? CostCentre { get; init; }

    public AvoidableCause? Avoidable { get; init; }

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => day.AddDays(1 - day.Day);

    public static LedgerFilter OfMonth(DateOnly first) => new() { From = first, Until = first.AddMonths(1).AddDays(-1) };
}

/// <summary>Where a page of the ledger ended.</summary>
public sealed record LedgerPlace(DateTime BookedAtUtc, Guid Id);

/// <summary>Entries newest first, and where the next ones begin.</summary>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Items, LedgerPlace? Next);

/// <summary>What entries that have something in common come to.</summary>
public sealed record LedgerSum<T>(T Of, int Quantity, long Amount);

/// <summary>What a stretch of the ledger comes to, and how that is made up.</summary>
public sealed record LedgerSums(IReadOnlyList<LedgerTotal> Totals)
{
    public int Quantity => Totals.Sum(total => total.Quantity);

    public long Amount => Totals.Sum(total => total.Amount);

    public IReadOnlyList<LedgerSum<DateOnly>> Days => [.. By(total => total.Day).OrderBy(sum => sum.Of)];

    public IReadOnlyList<LedgerSum<ChargeType>> Types => [.. By(total => total.Type).OrderBy(sum => sum.Of)];

    public IReadOnlyList<LedgerSum<Guid>> Plans => [.. By(total => total.PlanId).OrderByDescending(sum => sum.Amount)];

    public IReadOnlyList<LedgerSum<string>> CostCentres => [.. By(total => total.CostCentre).OrderBy(sum => sum.Of, StringComparer.Ordinal)];

    /// <summary>Of what the checks would have shown; most charges are in none of them.</summary>
    public IReadOnlyList<LedgerSum<AvoidableCause>> Avoidables => [.. By(total => total.Avoidable).Where(sum => sum.Of != AvoidableCause.None).OrderBy(sum => sum.Of)];

    private IEnumerable<LedgerSum<T>> By<T>(Func<LedgerTotal, T> key) => Totals.GroupBy(key)
        .Select(group => new LedgerSum<T>(group.Key, group.Sum(total => total.Quantity), group.Sum(total => total.Amount)));
}
