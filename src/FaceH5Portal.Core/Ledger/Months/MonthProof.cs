using FaceH5Portal.Core.Ledger.Reconciling;

namespace FaceH5Portal.Core.Ledger.Months;

/// <summary>What came of adding a month up and judging its tokens once more.</summary>
public sealed class MonthProof
{
    /// <summary>So many tokens that do not hold are named; who mends the first few knows why.</summary>
    public const int MostNamed = 50;

    private readonly List<Guid> wrong = [];
    private readonly Dictionary<ReconciliationState, int> states = [];

    public int Entries { get; private set; }

    public int Quantity { get; private set; }

    /// <summary>In 1/10,000 CNY.</summary>
    public long Amount { get; private set; }

    /// <summary>Sums kept beside the entries that are not what the entries come to.</summary>
    public int WrongSums { get; private set; }

    /// <summary>Tokens minted in the month, by how their three books stand to each other.</summary>
    public IReadOnlyDictionary<ReconciliationState, int> States => states;

    public int Tokens => states.Values.Sum();

    /// <summary>Tokens that were judged otherwise, or with a charge that the vendor told and the ledger does not have.</summary>
    public int WrongTokens { get; private set; }

    /// <summary>The sessions of the first of them.</summary>
    public IReadOnlyList<Guid> WrongSessions => wrong;

    public bool Holds => WrongSums == 0 && WrongTokens == 0;

    internal void Count(int quantity, long amount) => (Entries, Quantity, Amount) = (Entries + 1, Quantity + quantity, Amount + amount);

    internal void Compare(IReadOnlyDictionary<LedgerKey, BookedSum> entries, IReadOnlyDictionary<LedgerKey, BookedSum> kept) =>
        WrongSums = entries.Keys.Union(kept.Keys).Count(key => entries.GetValueOrDefault(key) != kept.GetValueOrDefault(key));

    internal void Judge(TokenAccount account, IReadOnlySet<PostedCharge> booked)
    {
        var (state, _) = Reconciler.Judge(account.Facts);
        states[state] = states.GetValueOrDefault(state) + 1;
        if (state == account.State && account.Facts.Attempts.SelectMany(Told).All(booked.Contains))
            return;
        WrongTokens++;
        if (wrong.Count < MostNamed)
            wrong.Add(account.SessionId);
    }

    private static IEnumerable<PostedCharge> Told(AttemptCharge attempt)
    {
        if (attempt.Told == true)
            yield return new PostedCharge(attempt.Order, attempt.ToldType);
        if (attempt.OcrTold)
            yield return new PostedCharge(attempt.Order, ChargeType.Ocr);
    }
}

/// <summary>What entries are summed by.</summary>
internal readonly record struct LedgerKey(DateOnly Day, Guid PlanId, string CostCentre, ChargeType Type, AvoidableCause Avoidable);

/// <summary>Calls and what they cost, in 1/10,000 CNY.</summary>
internal readonly record struct BookedSum(int Quantity, long Amount);
