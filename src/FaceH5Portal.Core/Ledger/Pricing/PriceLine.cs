namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>What one call of a type costs on some days and for some of a month's calls, both ends included.</summary>
/// <param name="Type">The call that is charged.</param>
/// <param name="From">The first day, as it is counted in Beijing.</param>
/// <param name="Until">The last day; null while no end is known.</param>
/// <param name="FromUnit">The first call of the month that it is for, from 1.</param>
/// <param name="UntilUnit">The last one; null for all that follow.</param>
/// <param name="UnitPrice">In 1/10,000 CNY.</param>
public sealed record PriceLine(ChargeType Type, DateOnly From, DateOnly? Until, int FromUnit, int? UntilUnit, long UnitPrice)
{
    public bool IsInForceOn(DateOnly day) => From <= day && !(Until < day);

    public bool IsFor(int unit) => FromUnit <= unit && !(UntilUnit < unit);
}
