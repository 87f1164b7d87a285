namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>What some calls cost, in 1/10,000 CNY.</summary>
/// <param name="Unit">Of the first that is not free; several calls may reach into the next step.</param>
/// <param name="Amount">Of all.</param>
public readonly record struct Price(long Unit, long Amount)
{
    public static Price Flat(long unit, int quantity) => new(unit, unit * quantity);
}
