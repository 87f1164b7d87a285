using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Simulation.Tests.Weather;

/// <summary>How often each fault bit and each row of the lifecycle was gone through.</summary>
internal sealed class Coverage
{
    public const int Least = 10;

    private readonly Dictionary<FaultKind, int> faults = Enum.GetValues<FaultKind>().ToDictionary(kind => kind, _ => 0);
    private readonly Dictionary<Transition, int> rows = SessionLifecycle.Table.ToDictionary(row => row, _ => 0);

    public int Sessions { get; set; }

    public int Attempts { get; set; }

    /// <summary>Charges that were found in both books, those for reading a card among them.</summary>
    public int Charges { get; private set; }

    public int CardCharges { get; private set; }

    /// <summary>Attempts of which every answer was spoiled until the vendor forgot them.</summary>
    public int Untold { get; set; }

    /// <summary>Cards read and billed of which no record ever told, because no attempt followed or its record was never had.</summary>
    public int CardsUntold { get; set; }

    /// <summary>The most questions that one token cost.</summary>
    public int MostAsked { get; private set; }

    /// <summary>The most often that one token's record came whole, returns aside.</summary>
    public int MostTold { get; private set; }

    public void Asked(int questions, int tellings) => (MostAsked, MostTold) = (Math.Max(MostAsked, questions), Math.Max(MostTold, tellings));

    public void Met(LedgerEntry entry)
    {
        Charges += entry.Quantity;
        CardCharges += entry.Type == ChargeType.Ocr ? entry.Quantity : 0;
    }

    public void Bit(FaultKind kind) => faults[kind]++;

    public void WentThrough(Transition row) => rows[row]++;

    public void Add(Coverage other)
    {
        foreach (var (kind, hits) in other.faults)
            faults[kind] += hits;
        foreach (var (row, hits) in other.rows)
            rows[row] += hits;
        Sessions += other.Sessions;
        Attempts += other.Attempts;
        Charges += other.Charges;
        CardCharges += other.CardCharges;
        Untold += other.Untold;
        CardsUntold += other.CardsUntold;
        Asked(other.MostAsked, other.MostTold);
    }

    /// <summary>What a campaign has not seen often enough to say that it was tried.</summary>
    public IReadOnlyList<string> Thin() =>
    [
        .. faults.Where(pair => pair.Value < Least).Select(pair => $"{pair.Key}: {pair.Value}"),
        .. rows.Where(pair => pair.Value < Least).Select(pair => $"{NameOf(pair.Key)}: {pair.Value}"),
    ];

    public override string ToString()
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{Sessions} sessions, {Attempts} attempts, {Charges} charges in both books, {CardCharges} of them for cards; never told: {Untold} attempts, {CardsUntold} cards read")
            .AppendLine(CultureInfo.InvariantCulture, $"at most {MostAsked} questions about one token, and {MostTold} records of it beside those that returns brought")
            .AppendLine("Rows of the lifecycle:");
        foreach (var (row, hits) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {hits,8}  {NameOf(row)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{faults.Count} kinds of faults:");
        foreach (var (kind, hits) in faults)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {hits,8}  {kind}");
        return text.ToString();
    }

    private static string NameOf(Transition row) => $"{row.From} --{row.On} [{row.When}]--> {row.To}";
}
