using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;

namespace FaceH5Portal.Core.Overview;

/// <summary>What a record was found by.</summary>
public enum RecordKey
{
    VerifyToken,
    LogId,
    VerifyLogId,
    Reference,
}

/// <summary>Whether the vendor would still answer about a token.</summary>
public enum VendorMemory
{
    /// <summary>The token may still be used.</summary>
    Waiting,

    /// <summary>Results and media.</summary>
    Everything,

    /// <summary>Results; the media are gone.</summary>
    Results,

    Nothing,
}

/// <summary>One launch, as far as it may be shown: the token itself stays sealed.</summary>
public sealed record TokenRecord(DateTime MintedAtUtc, DateTime? ReturnedAtUtc, DateTime? AskedAtUtc, DateTime KnownUntilUtc, VendorMemory Memory)
{
    public static TokenRecord Of(VerifyToken token, DateTime? verifiedUtc, DateTime nowUtc)
    {
        var until = verifiedUtc + TokenWindows.Results ?? token.ForgottenAtUtc;
        var memory = nowUtc >= until ? VendorMemory.Nothing
            : verifiedUtc is null && token.ReturnedAtUtc is null && token.LivesAt(nowUtc) ? VendorMemory.Waiting
            : nowUtc < (verifiedUtc ?? token.MintedAtUtc) + TokenWindows.Media ? VendorMemory.Everything : VendorMemory.Results;
        return new TokenRecord(token.MintedAtUtc, token.ReturnedAtUtc, token.AskedAtUtc, until, memory);
    }
}

/// <summary>What is kept here of a session, whether or not the vendor still knows it.</summary>
/// <param name="Charges">Null for those who may not see money.</param>
/// <param name="OwedItems">What is still to be fetched.</param>
/// <param name="MayAsk">Something is owed, the vendor still has it, and asking can do no harm.</param>
public sealed record FoundRecord(
    FoundSession Found, IReadOnlyList<RecordKey> By, IReadOnlyList<TokenRecord> Tokens, IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<LedgerEntry>? Charges, int OwedItems, bool MayAsk);
