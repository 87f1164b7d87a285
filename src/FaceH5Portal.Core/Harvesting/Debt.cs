using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>An owed item with all that is needed to fetch it.</summary>
public sealed record Debt(HarvestItem Item, Attempt? Attempt, Subject Subject, string CredentialId, string VerifyToken, PlanTerms Terms)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Item.Kind} of {Item.SessionId}";
}

/// <summary>What a fetch brought: evidence to keep and what follows from it, or why there is nothing.</summary>
public sealed record Fetched
{
    public SealedEvidence? Evidence { get; private init; }

    /// <summary>Done in the transaction that keeps the evidence.</summary>
    public Action<PortalWrite, TokenFile>? Then { get; private init; }

    public VendorFault? Fault { get; private init; }

    /// <summary>What the services behind the flow counted, where that was asked.</summary>
    public IReadOnlyList<ServiceCount>? Statistics { get; init; }

    /// <summary>The vendor has none, and never will.</summary>
    public bool IsNothing { get; private init; }

    /// <summary>The address is dead while the vendor still has the picture: it must be asked for a new one.</summary>
    public bool NeedsAddress { get; init; }

    public static Fetched Not(VendorFault fault) => new() { Fault = fault };

    public static Fetched Nothing(string why) => Not(new VendorFault(VendorFaultKind.Refused, why, "There is none.", false)) with { IsNothing = true };

    /// <summary>It may have come and be useless: nobody to keep it for, or no picture that can be read.</summary>
    public static Fetched Of(Result<SealedEvidence> kept, Action<PortalWrite, TokenFile>? then = null) => kept switch
    {
        { Ok: true } => new Fetched { Evidence = kept.Value, Then = then },
        { Errors: [{ Code: SessionRedaction.Code }, ..] } => Nothing(SessionRedaction.Code),
        _ => Not(new VendorFault(VendorFaultKind.Unreadable, kept.Errors[0].Code, "What came is no whole picture.", false)),
    };
}

/// <summary>Knows how to fetch some kinds of items.</summary>
public interface IItemFetcher
{
    bool Fetches(HarvestKind kind);

    Task<Fetched> FetchAsync(Debt debt, CancellationToken cancellationToken);
}
