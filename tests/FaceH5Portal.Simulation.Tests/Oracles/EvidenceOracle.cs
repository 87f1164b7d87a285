using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>The face of everybody who passed is here, or a debt says why not.</summary>
internal sealed class EvidenceOracle(World world, Books books)
{
    // Fewer tries than these were no effort.
    private const int TriesThatExcuse = 3;

    public void Check()
    {
        foreach (var attempt in books.Attempts.Where(attempt => attempt.Passed))
        {
            var name = world.NameOf(attempt.SessionId);
            var faces = books.Evidence.Count(item => item.Kind == EvidenceKind.Face && Shows(item, attempt));
            var debt = books.Items.SingleOrDefault(item => item.Kind == HarvestKind.Face
                && item.VerifyTokenId == attempt.VerifyTokenId && item.AttemptOrder == attempt.Order);
            if (debt is null || faces > 1 || debt.State == HarvestItemState.Done && faces != 1)
                world.Fail($"{name} passed, and has {faces} faces");
            else if (faces == 0 && !HasReason(debt))
                world.Fail($"the face of {name} is {debt.State} for no reason");
        }
    }

    private static bool Shows(EvidenceItem item, Attempt attempt) =>
        item.VerifyTokenId == attempt.VerifyTokenId && item.AttemptOrder == attempt.Order;

    private static bool HasReason(HarvestItem debt) => debt.Tries >= TriesThatExcuse && debt.LastFault is not null
        && debt.State switch
        {
            HarvestItemState.Lost => debt is { ClosedBy: not null, ClosedReason: not null },
            HarvestItemState.Owed => debt.DueUtc is null,
            _ => false,
        };
}
