using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>What the attempts in the books left at the vendor is here once, or a debt says why not.</summary>
internal sealed class EvidenceOracle(World world, TruthBook truth, Books books)
{
    // Fewer tries than these were no effort.
    private const int TriesThatExcuse = 3;

    public void Check()
    {
        foreach (var (verifyToken, token) in books.Tokens)
            CheckToken(verifyToken, token, [.. books.Attempts.Where(attempt => attempt.VerifyTokenId == token.Id)]);
        foreach (var item in books.Items)
            CheckItem(item);
        foreach (var token in books.Tokens.Values)
            CheckAnswers(token);
    }

    private void CheckToken(string verifyToken, VerifyToken token, List<Attempt> attempts)
    {
        foreach (var attempt in attempts)
            foreach (var kind in OwedOf(verifyToken, attempt))
                CheckOwed(token, kind, attempt.Order);
        if (RealOf(verifyToken) is not [.., var last] || !IsOver(verifyToken, token))
            return;
        CheckOwed(token, HarvestKind.Stat, 0);
        if (books.Sessions[token.SessionId].Terms.Recording)
            CheckRecording(verifyToken, token, last);
    }

    /// <summary>Nothing more can come of the token, and the portal has a record that says so, or has asked for one after its death, whatever came.</summary>
    private bool IsOver(string verifyToken, VerifyToken token)
    {
        var log = world.Wire.Log.Of(verifyToken);
        return log.Told?.AtUtc >= token.EndedAtUtc
            || log.AskedUtc.Exists(at => at >= token.DiesAtUtc && at < token.MintedAtUtc + TokenWindows.Results);
    }

    private IEnumerable<HarvestKind> OwedOf(string verifyToken, Attempt attempt)
    {
        if (attempt.Passed)
            yield return HarvestKind.Detail;
        yield return HarvestKind.Face;
        if (!truth.Charges.Any(charge => charge.VerifyToken == verifyToken && charge.Order == attempt.Order
            && Enum.Parse<ChargeType>(charge.Type, ignoreCase: true) == ChargeType.Ocr))
            yield break;
        yield return HarvestKind.IdFront;
        yield return HarvestKind.IdBack;
    }

    /// <summary>Of the last attempt; of the token as a whole where its record could not be read.</summary>
    private void CheckRecording(string verifyToken, VerifyToken token, TruthAttempt last)
    {
        List<HarvestItem> named = [.. ItemsOf(token, HarvestKind.Media, last.Order), .. ItemsOf(token, HarvestKind.Media, 0)];
        if (named is not [var media])
        {
            world.Fail($"the recording of {NameOf(token)} stands there {named.Count} times");
            return;
        }
        if (world.Wire.Log.Of(verifyToken).Recorded is not { } recorded)
            return;
        var order = media.AttemptOrder;
        var (videos, frames) = (ItemsOf(token, HarvestKind.Video, order).Count, ItemsOf(token, HarvestKind.Frame, order).Count);
        if (media.State == HarvestItemState.Done && (videos, frames) != (1, recorded))
            world.Fail($"{NameOf(token)} was recorded with {recorded} pictures, and owes {videos} videos and {frames} pictures");
        if (media.State == HarvestItemState.Absent && media.SettledAtUtc < last.Time + TokenWindows.Media)
            world.Fail($"{NameOf(token)} was recorded, and the portal says that it was not");
    }

    private void CheckOwed(VerifyToken token, HarvestKind kind, int order)
    {
        if (ItemsOf(token, kind, order).Count != 1)
            world.Fail($"the {kind} {order} of {NameOf(token)} stands there {ItemsOf(token, kind, order).Count} times");
    }

    private void CheckItem(HarvestItem item)
    {
        var (verifyToken, token) = books.Tokens.Single(pair => pair.Value.Id == item.VerifyTokenId);
        if (item.State == HarvestItemState.Absent && item.Kind != HarvestKind.Media && RealOf(verifyToken).Count > 0)
            world.Fail($"the {item.Kind} of {NameOf(token)} is absent");
        else if (item.State is HarvestItemState.Owed or HarvestItemState.Lost && !HasReason(item))
            world.Fail($"the {item.Kind} of {NameOf(token)} is {item.State} for no reason");
        if (!Enum.TryParse<EvidenceKind>(item.Kind.ToString(), out var kind))
            return;
        var done = ItemsOf(token, item.Kind, item.AttemptOrder).Count(other => other.State == HarvestItemState.Done);
        var kept = books.Evidence.Count(e => e.Kind == kind && e.VerifyTokenId == token.Id && e.AttemptOrder == item.AttemptOrder);
        if (kept != done)
            world.Fail($"{done} times the {kind} of {NameOf(token)} is done, and {kept} are here");
    }

    /// <summary>Each answer that settled something is kept as it came, the record of the attempts among them.</summary>
    private void CheckAnswers(VerifyToken token)
    {
        var answers = books.Evidence.Count(item => item.Kind == EvidenceKind.Answer && item.VerifyTokenId == token.Id);
        var settled = books.Items.Count(item => item.VerifyTokenId == token.Id && item.State is HarvestItemState.Done
            && item.Kind is HarvestKind.Detail or HarvestKind.Stat or HarvestKind.Media);
        if (answers < settled + (books.Attempts.Any(attempt => attempt.VerifyTokenId == token.Id) ? 1 : 0))
            world.Fail($"{NameOf(token)} has {answers} answers, and {settled} beside the record should be there");
    }

    private IReadOnlyList<TruthAttempt> RealOf(string verifyToken) => truth.Tokens.Single(token => token.VerifyToken == verifyToken).Attempts;

    private List<HarvestItem> ItemsOf(VerifyToken token, HarvestKind kind, int order) =>
        [.. books.Items.Where(item => item.VerifyTokenId == token.Id && item.Kind == kind && item.AttemptOrder == order)];

    private string NameOf(VerifyToken token) => world.NameOf(token.SessionId);

    private static bool HasReason(HarvestItem item) => item.Tries >= TriesThatExcuse && item.LastFault is not null
        && item.State switch
        {
            HarvestItemState.Lost => item is { ClosedBy: not null, ClosedReason: not null },
            HarvestItemState.Owed => item.DueUtc is null,
            _ => false,
        };
}
