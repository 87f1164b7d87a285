namespace FaceH5Portal.Core.Ledger;

/// <summary>Who bears a charge: the caller's reference up to its first separator, so that "sales-0017" is "sales".</summary>
public static class CostCentre
{
    public const int Longest = 64;

    /// <summary>What has no reference, or one without a separator, belongs to none.</summary>
    public const string None = "";

    private static readonly char[] Separators = ['-', '/', ':', '_', '.', '#'];

    public static string Of(string? reference) =>
        reference?.IndexOfAny(Separators) is > 0 and var end ? reference[..end].Trim() : None;
}
