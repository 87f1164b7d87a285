namespace FaceH5Portal.Core.Harvesting;

/// <summary>How hard the vendor is asked; one thing at a time makes a run repeatable.</summary>
/// <param name="AtOnce">Questions and downloads under way.</param>
public sealed record HarvestLimits(int AtOnce)
{
    private const int TokensToACall = 2;

    /// <summary>Tokens under way: more than questions, for while one is stored the vendor can answer about another.</summary>
    public int Tokens => AtOnce == 1 ? 1 : AtOnce * TokensToACall;

    /// <summary>Enough that a slow answer does not hold up the others, few enough for the vendor's 10 calls a second.</summary>
    public static HarvestLimits Usual { get; } = new(4);
}
