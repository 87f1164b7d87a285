using System.Globalization;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>The ledger is the vendor's bill as far as the vendor tells it: key by key, and in sum.</summary>
internal sealed class LedgerOracle(World world, TruthBook truth, Books books)
{
    public void Check()
    {
        foreach (var (name, token) in books.Tokens)
            CheckToken(name, token);
        var known = books.Tokens.Values.Select(token => token.Id).ToHashSet();
        if (books.Ledger.Any(entry => !known.Contains(entry.VerifyTokenId)))
            world.Fail("a charge belongs to no token");
        CheckAudit();
    }

    private void CheckToken(string name, VerifyToken token)
    {
        var expected = Expected(name, token);
        var posted = books.Ledger.Where(entry => entry.VerifyTokenId == token.Id).ToList();
        foreach (var twice in posted.GroupBy(entry => (entry.Order, entry.Type)).Where(group => group.Count() > 1))
            world.Fail($"charge {twice.Key} of {world.Story.NameOf(name)} is posted {twice.Count()} times");
        var terms = books.Sessions[token.SessionId].Terms;
        var right = expected.ToDictionary(pair => pair.Key, pair => (pair.Value, PriceOf(terms, pair.Key.Type) * pair.Value));
        foreach (var entry in posted.DistinctBy(entry => (entry.Order, entry.Type)))
            if (right.Remove((entry.Order, entry.Type), out var charge) && charge == (entry.Quantity, entry.Amount))
                world.Coverage.Met(entry);
            else
                world.Fail($"charge {entry.Order}/{entry.Type} of {world.Story.NameOf(name)} is not on the vendor's bill as posted");
        foreach (var missing in right.Keys)
            world.Fail($"charge {missing} of {world.Story.NameOf(name)} is on the vendor's bill and not in the ledger");
    }

    private Dictionary<(int Order, ChargeType Type), int> Expected(string name, VerifyToken token)
    {
        var orders = books.Attempts.Where(attempt => attempt.VerifyTokenId == token.Id).Select(attempt => attempt.Order).ToHashSet();
        var billed = truth.Charges.Where(charge => charge.VerifyToken == name).ToList();
        var cards = billed.Count(charge => charge.Order == 0);
        var isTold = orders.Count > 0 && books.Ledger.Any(entry => entry.VerifyTokenId == token.Id && entry.Order == 0);
        // A card that no attempt followed shows in the totals alone, and those are final when the token is dead.
        if (orders.Count > 0 && world.Wire.Log.Of(name).Told?.AtUtc >= token.MintedAtUtc + TokenWindows.Use)
            isTold = true;
        if (cards > 0 && !isTold)
            world.Coverage.CardsUntold += cards;
        return billed.Where(charge => charge.Order == 0 ? isTold : orders.Contains(charge.Order))
            .GroupBy(charge => (charge.Order, Enum.Parse<ChargeType>(charge.Type, ignoreCase: true)))
            .ToDictionary(group => group.Key, group => group.Count());
    }

    private void CheckAudit()
    {
        var audited = books.Audit.Where(entry => entry.Action == AuditAction.ChargeRecorded).CountBy(entry => (entry.Target, entry.Note!)).ToDictionary();
        var posted = books.Ledger.CountBy(entry => ($"session/{entry.SessionId}", string.Create(CultureInfo.InvariantCulture, $"{entry.Order}/{entry.Type}"))).ToDictionary();
        if (audited.Count != posted.Count || posted.Any(pair => audited.GetValueOrDefault(pair.Key) != pair.Value))
            world.Fail("the audit trail and the ledger tell of different charges");
    }

    private static long PriceOf(PlanTerms terms, ChargeType type) => type == ChargeType.Ocr ? terms.OcrPrice : terms.ComparisonPrice;
}
