using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;

namespace FaceH5Portal.Web.Pages.Admin.Charging;

/// <summary>A price list while it is being typed; prices in yuan, as people write them.</summary>
internal sealed class PriceListForm
{
    public string Name { get; set; } = "";

    public List<PriceLineForm> Lines { get; init; } = [];

    public Dictionary<ChargeType, int> Free { get; init; } = Priced.ToDictionary(type => type, _ => 0);

    /// <summary>What nobody knows has no price.</summary>
    public static IReadOnlyList<ChargeType> Priced { get; } = [.. Enum.GetValues<ChargeType>().Where(type => type != ChargeType.Unknown)];

    public static PriceListForm Of(PriceListTerms terms) => new()
    {
        Name = terms.Name,
        Lines = [.. terms.Lines.Select(PriceLineForm.Of)],
        Free = Priced.ToDictionary(type => type, type => terms.Free.FirstOrDefault(free => free.Type == type)?.Units ?? 0),
    };

    /// <summary>Something to begin with: one price for every comparison, from the first of this month on.</summary>
    public static PriceListForm Begin(DateOnly today) => new() { Lines = [new PriceLineForm { From = today.AddDays(1 - today.Day), Price = 0.8m }] };

    /// <summary>The next step of the last line, so that what is added leaves no gap.</summary>
    public void AddLine()
    {
        var last = Lines.LastOrDefault() ?? Begin(DateOnly.FromDateTime(DateTime.UnixEpoch)).Lines[0];
        Lines.Add(new PriceLineForm
        {
            Type = last.Type,
            From = last.From,
            Until = last.Until,
            FromUnit = last.UntilUnit is { } end and < int.MaxValue ? end + 1 : 1,
            Price = last.Price,
        });
    }

    public PriceListTerms ToTerms() => new()
    {
        Name = Name.Trim(),
        Lines = [.. Lines.Select(line => line.ToLine())],
        Free = [.. Free.Where(free => free.Value != 0).Select(free => new FreeUnits(free.Key, free.Value))],
    };
}

internal sealed class PriceLineForm
{
    public ChargeType Type { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    public int FromUnit { get; set; } = 1;

    public int? UntilUnit { get; set; }

    public decimal Price { get; set; }

    public static PriceLineForm Of(PriceLine line) => new()
    {
        Type = line.Type,
        From = line.From,
        Until = line.Until,
        FromUnit = line.FromUnit,
        UntilUnit = line.UntilUnit,
        Price = Money.ToYuan(line.UnitPrice),
    };

    public PriceLine ToLine() => new(Type, From, Until, FromUnit, UntilUnit, Money.FromYuan(Price));
}
