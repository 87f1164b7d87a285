using System.Globalization;
using FaceH5Portal.Core.Ledger;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaceH5Portal.Web.Display;

/// <summary>A part of the ledger as its address has it: a month, what it is narrowed to, and where its page begins.</summary>
public sealed record LedgerAddress
{
    public const int PageSize = 50;

    /// <summary>The first day of the month; null for the one that runs.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>One day of it.</summary>
    public DateOnly? Day { get; init; }

    public Guid? Plan { get; init; }

    public ChargeType? Type { get; init; }

    public string? CostCentre { get; init; }

    public AvoidableCause? Avoidable { get; init; }

    public LedgerPlace? Place { get; init; }

    public static string MonthText(DateOnly first) => first.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The first day of a month as it is written; null where it cannot be meant.</summary>
    public static DateOnly? MonthOf(string? text) => Date(text, "yyyy-MM");

    /// <summary>What cannot be meant does not narrow.</summary>
    public static LedgerAddress Read(string query) => Read(QueryHelpers.ParseQuery(query));

    public static LedgerAddress Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var read = values.ToDictionary();
        return new LedgerAddress
        {
            Month = MonthOf(Text(read, "month")),
            Day = Date(Text(read, "day"), "yyyy-MM-dd"),
            Plan = Guid.TryParse(Text(read, "plan"), out var plan) ? plan : null,
            Type = Enum.TryParse<ChargeType>(Text(read, "type"), out var type) && Enum.IsDefined(type) ? type : null,
            CostCentre = read.TryGetValue("centre", out var centre) && centre[0] is { Length: <= Core.Ledger.CostCentre.Longest } named ? named : null,
            Avoidable = Enum.TryParse<AvoidableCause>(Text(read, "avoidable"), out var cause) && Enum.IsDefined(cause) ? cause : null,
            Place = PlaceOf(Text(read, "at")),
        };
    }

    public override string ToString()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Pairs())
            if (value is not null)
                query.Add(name, value);
        return PortalRoutes.Charges + query;
    }

    public LedgerFilter Filter(DateOnly today)
    {
        var month = LedgerFilter.OfMonth(Month ?? LedgerFilter.MonthOf(today));
        return month with { From = Day ?? month.From, Until = Day ?? month.Until, PlanId = Plan, Type = Type, CostCentre = CostCentre, Avoidable = Avoidable };
    }

    /// <summary>What narrows it, for a form that asks for the same part; null where it does not.</summary>
    public IEnumerable<(string Name, string? Value)> Pairs() =>
    [
        ("month", Month is { } month ? MonthText(month) : null), ("day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("plan", Plan?.ToString()), ("type", Type?.ToString()), ("centre", CostCentre), ("avoidable", Avoidable?.ToString()),
        ("at", Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place.BookedAtUtc.Ticks}.{place.Id:N}") : null),
    ];

    private static LedgerPlace? PlaceOf(string? word) => word?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var known)
            ? new LedgerPlace(new DateTime(at, DateTimeKind.Utc), known) : null;

    private static string? Text(Dictionary<string, StringValues> read, string name) =>
        read.TryGetValue(name, out var values) && values[0] is { Length: > 0 and <= 128 } text ? text : null;

    private static DateOnly? Date(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9999 ? day : null;
}
