namespace FaceH5Portal.Core.Harvesting;

/// <summary>How hard the vendor is asked; one thing at a time makes a run repeatable.</summary>
public sealed record HarvestLimits(int AtOnce)
{
    /// <summary>Enough that a slow answer does not hold up the others, few enough for the vendor's 10 calls a second.</summary>
    public static HarvestLimits Usual { get; } = new(4);
}
