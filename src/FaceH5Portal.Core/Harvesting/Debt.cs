using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>An owed item with all that is needed to fetch it.</summary>
public sealed record Debt(HarvestItem Item, Attempt? Attempt, Subject Subject, string CredentialId, string VerifyToken, PlanTerms Terms);

/// <summary>What a fetch brought: something to store in the transaction that settles the item, or why there is nothing.</summary>
public sealed record Fetched(Func<PortalWrite, VerificationSession, Task>? Apply, VendorFault? Fault = null)
{
    public HarvestItemState State { get; init; } = HarvestItemState.Done;

    /// <summary>The address is dead while the vendor still has the picture: it must be asked for a new one.</summary>
    public bool NeedsAddress { get; init; }

    public static Fetched Not(VendorFault fault) => new(null, fault);

    /// <summary>It came and could not be kept: nobody to keep it for, no picture that can be read, or no room at the moment.</summary>
    public static Fetched Unkept(PortalError error) => error.Code switch
    {
        SessionRedaction.Code => Nothing(error.Code),
        "photo-malformed" or "photo-not-an-image" => Not(new VendorFault(VendorFaultKind.Unreadable, error.Code, "What came is no whole picture.", false)),
        _ => Not(new VendorFault(VendorFaultKind.Unreachable, error.Code, "What came could not be kept.", false)),
    };

    public static Fetched Nothing(string why) => new((_, _) => Task.CompletedTask, new VendorFault(VendorFaultKind.Refused, why, "There is none.", false))
    {
        State = HarvestItemState.Absent,
    };
}

/// <summary>Knows how to fetch some kinds of items.</summary>
public interface IItemFetcher
{
    bool Fetches(HarvestKind kind);

    Task<Fetched> FetchAsync(Debt debt, CancellationToken cancellationToken);
}
