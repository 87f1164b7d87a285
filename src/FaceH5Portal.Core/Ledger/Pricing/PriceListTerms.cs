namespace FaceH5Portal.Core.Ledger.Pricing;

/// <summary>What is agreed with the vendor: prices by day and volume, and what is free.</summary>
public sealed record PriceListTerms
{
    public required string Name { get; init; }

    public required IReadOnlyList<PriceLine> Lines { get; init; }

    public IReadOnlyList<FreeUnits> Free { get; init; } = [];

    public bool Equals(PriceListTerms? other) => other is not null && Name == other.Name
        && Lines.SequenceEqual(other.Lines) && Free.SequenceEqual(other.Free);

    public override int GetHashCode() => HashCode.Combine(Name, Lines.Count, Free.Count);
}
