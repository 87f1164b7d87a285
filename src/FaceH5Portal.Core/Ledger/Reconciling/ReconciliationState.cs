namespace FaceH5Portal.Core.Ledger.Reconciling;

/// <summary>How the three books of one token stand to each other, the worst first.</summary>
public enum ReconciliationState
{
    /// <summary>The vendor charges what by its own rules is free.</summary>
    VendorOnly,

    /// <summary>By the vendor's rules, or in the ledger, there is a charge that the vendor does not tell.</summary>
    LedgerOnly,

    /// <summary>The vendor's own numbers contradict each other.</summary>
    CountMismatch,

    /// <summary>The number is right and the money is not.</summary>
    AmountMismatch,

    /// <summary>One of the books is lost, or none of them says.</summary>
    Unprovable,

    /// <summary>Not all has been told yet.</summary>
    Open,

    Matched,
}
